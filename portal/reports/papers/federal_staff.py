"""The staff costs in the federal report: yes or no, alone or together, and the sum with its figures."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Severity
from portal.foundation.wording import Euros, Wording, say
from portal.funding.cooperations.types import CooperationFacts
from portal.funding.regimes.measures import MEASURE_LABELS, WITH_STAFF
from portal.funding.rules.staff_reasoning import LumpSum
from portal.reports.federal.facts import FederalFacts, MeasureReport
from portal.reports.types import Block, CellKind, Column, Facts, Grid, Heading, Paragraph, Remark

YES, NO = say("ja"), say("nee")


def staff_blocks(measure: MeasureReport, facts: FederalFacts) -> Iterator[Block]:
    """One measure; recycled computers have no staff costs."""
    if measure.measure not in WITH_STAFF:
        return
    yield Heading(MEASURE_LABELS[measure.measure], 3)
    yield Facts(tuple(_choices(measure)))
    if measure.staff is not None:
        yield from _lump_sum(measure.staff)
    elif measure.clusters:
        yield from _clusters(measure, facts)
    else:
        yield Remark(say("De toelage is nog niet ingevuld. Daarom is er geen berekening."))
    if measure.cooperation is not None:
        yield _centres(measure, measure.cooperation)


def _choices(measure: MeasureReport) -> Iterator[tuple[Wording, Wording | str]]:
    yield say("Vraagt personeelskosten"), YES if measure.wants_staff else NO
    yield say("Samenwerking met andere OCMW's"), YES if measure.cooperation is not None else NO
    if measure.cooperation is not None:
        yield say("Overeenkomst"), measure.cooperation.title
        yield say("Gezamenlijk personeelslid"), measure.cooperation.staff_function or say("niet genoemd")
    yield say("Recht op"), say("%(amount)s", amount=Euros(measure.staff_right_cents))
    yield say("Gevraagd"), say("%(amount)s", amount=Euros(measure.staff_cents))


def _lump_sum(staff: LumpSum) -> Iterator[Block]:
    yield Paragraph(staff.reasoning)
    if staff.justified_cents > staff.entitled_cents:
        yield Remark(
            say(
                "Verantwoord is %(justified)s. Daarvan telt %(entitled)s, want meer is er niet.",
                justified=Euros(staff.justified_cents),
                entitled=Euros(staff.entitled_cents),
            )
        )
    elif staff.theoretical_cents > staff.right_cents:
        yield Remark(
            say(
                "In theorie is er recht op %(theoretical)s. Samen met wat verantwoord is, past dat niet in de toelage.",
                theoretical=Euros(staff.theoretical_cents),
            )
        )


def _clusters(measure: MeasureReport, facts: FederalFacts) -> Iterator[Block]:
    rows = tuple(
        (
            facts.stream_labels.get(one.stream, one.stream),
            one.base_cents,
            one.cap_cents,
            one.asked_cents,
            one.right_cents,
        )
        for one in measure.clusters
    )
    yield Grid(
        caption=say("Hoogste bedrag voor personeel per cluster"),
        columns=(
            Column(say("Cluster"), CellKind.TEXT, "cluster"),
            Column(say("Toegekend"), CellKind.CENTS, "granted_cents"),
            Column(say("Hoogstens voor personeel"), CellKind.CENTS, "cap_cents"),
            Column(say("Geboekt aan personeel"), CellKind.CENTS, "booked_cents"),
            Column(say("Past in de toelage"), CellKind.CENTS, "right_cents"),
        ),
        rows=rows,
        total=(
            say("Totaal"),
            sum(one.base_cents for one in measure.clusters),
            sum(one.cap_cents for one in measure.clusters),
            sum(one.asked_cents for one in measure.clusters),
            sum(one.right_cents for one in measure.clusters),
        ),
        key="Personeel",
    )
    yield Paragraph(
        say(
            "Participatie en kinderarmoede: hoogstens 10 procent van het bedrag van de cluster. Collectieve modules: "
            "tot het hele bedrag. Personeel en wat verantwoord is, zijn samen nooit meer dan de toelage."
        )
    )
    yield Remark(
        say("Of de 10 procent telt op het toegekende of op het verantwoorde bedrag, is niet zeker (FED-STAFF-7).")
    )
    if sum(one.asked_cents for one in measure.clusters) > sum(one.right_cents for one in measure.clusters):
        yield Remark(say("Er is meer personeel geboekt dan er mag of past."), Severity.WARNING)


def _centres(measure: MeasureReport, held: CooperationFacts) -> Block:
    return Grid(
        caption=say("OCMW's in de samenwerking"),
        columns=(
            Column(say("OCMW"), CellKind.TEXT, "centre"),
            Column(say("Beslist door de raad op"), CellKind.DAY, "council_on"),
            Column(say("Toelage van het OCMW"), CellKind.CENTS, "granted_cents"),
            Column(say("Gevraagd door het OCMW"), CellKind.CENTS, "requested_cents"),
            Column(say("Op de loonlijst"), CellKind.TEXT, "is_employer"),
        ),
        rows=tuple(
            (one.name, one.council_on, one.granted_cents, one.requested_cents, YES if one.is_employer else NO)
            for one in held.centres
        ),
        total=(say("Totaal"), None, held.granted_cents, None, None),
        key=f"Samenwerking {measure.measure.value}",
    )
