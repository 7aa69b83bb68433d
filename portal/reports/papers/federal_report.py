"""The federal yearly report: lines per category with four fields each, the overview and the staff costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from portal.foundation.finding import Severity
from portal.foundation.wording import Day, Euros, Wording, say
from portal.funding.cooperations.types import FEW_LINES, REPORT_METHOD_LABELS, ReportMethod
from portal.funding.federal.lines import (
    OVERVIEW_SHEET,
    PROBLEM_SENTENCES,
    LineProblem,
    ReportLine,
    named,
)
from portal.funding.regimes.measures import MEASURE_LABELS, Measure
from portal.reports.federal.facts import Category, FederalFacts, MeasureReport
from portal.reports.papers.federal_staff import staff_blocks
from portal.reports.types import (
    Block,
    Cell,
    CellKind,
    Column,
    Facts,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    Remark,
)

TITLE = say("Federaal jaarverslag (Uniek Jaarverslag)")
DATE = {True: say("Datum van imputatie"), False: say("Datum van factuur of activiteit")}
TOTAL = say("Totaal")
COMPUTERS = say("Aantal gerecycleerde pc's")


def line_columns(measure: Measure, *, counts_imputation: bool = True) -> tuple[Column, ...]:
    """The four fields that every line must have, and no other (FED-REP-2)."""
    number = COMPUTERS if measure is Measure.RECYCLED_PCS else say("Aantal begunstigden")
    return (
        Column(DATE[counts_imputation], CellKind.DAY, "imputed_on"),
        Column(say("Beschrijving van de activiteit"), CellKind.TEXT, "description"),
        Column(number, CellKind.COUNT, "beneficiaries"),
        Column(say("Gesubsidieerd bedrag"), CellKind.CENTS, "amount_cents"),
    )


def write_federal_report(facts: FederalFacts) -> Paper:
    """The whole report; a draft as long as lines lack something or the rules refuse something."""
    return Paper(
        kind=PaperKind.FEDERAL_REPORT,
        title=say("%(title)s %(year)s", title=TITLE, year=facts.year),
        subtitle=facts.regime,
        network=facts.network,
        year=facts.year,
        state=facts.state,
        blocks=tuple(_blocks(facts)),
        findings=facts.findings,
        missing=tuple(missing_of(facts)),
    )


def _blocks(facts: FederalFacts) -> Iterator[Block]:
    yield Facts(
        (
            (say("Welzijnscentrum"), facts.applicant),
            (say("Toelage"), facts.regime),
            (say("Periode"), _period(facts)),
            (say("Bron van de regels"), facts.source),
        )
    )
    if facts.is_year_between:
        yield Remark(YEAR_BETWEEN, Severity.WARNING)
    yield Heading(say("Overzicht"))
    yield overview(facts)
    for measure in facts.measures:
        yield from _measure(measure, facts)
    yield Heading(say("Personeelskosten"))
    for measure in facts.measures:
        yield from staff_blocks(measure, facts)
    yield Heading(say("Wat niet zeker is"))
    yield Remark(say("De datum waarop het jaarverslag binnen moet zijn, is niet gevonden (FED-REP-6)."))
    yield Remark(say("Bewaar de facturen, de dossiers en de getekende overeenkomsten voor de inspectie (FED-REP-5)."))


YEAR_BETWEEN = say(
    "Het jaar 2009 ligt tussen twee regelingen. Tot 2008 liep een jaar van mei tot april, vanaf 2010 van januari tot "
    "december. Welke dagen bij 2009 horen, is niet gevonden. Dit verslag rekent met het kalenderjaar."
)


def _period(facts: FederalFacts) -> Wording:
    until = facts.period.until or facts.period.start
    return say("van %(first)s tot en met %(last)s", first=Day(facts.period.start), last=Day(until))


def overview(facts: FederalFacts) -> Grid:
    """Beneficiaries and amounts per category: the application asks these totals again (FED-REP-4)."""
    people = [one for one in facts.measures if one.measure is not Measure.RECYCLED_PCS]
    computers = [one for one in facts.measures if one.measure is Measure.RECYCLED_PCS]
    counted = (people, computers) if computers else (people,)  # a column each: never both in one sum
    rows: list[tuple[Cell, ...]] = []
    for measure in facts.measures:
        for one in measure.categories:
            counts = [one.beneficiaries if measure in measures else None for measures in counted]
            rows.append((one.label, len(one.lines), *counts, one.amount_cents))
    more = (Column(COMPUTERS, CellKind.COUNT, "all_computers"),) if computers else ()
    return Grid(
        caption=say("Begunstigden en bedragen per categorie"),
        columns=(
            Column(say("Categorie"), CellKind.TEXT, "category"),
            Column(say("Aantal lijnen"), CellKind.COUNT, "lines"),
            Column(say("Begunstigden samen"), CellKind.COUNT, "all_beneficiaries"),
            *more,
            Column(say("Bedrag samen"), CellKind.CENTS, "all_cents"),
        ),
        rows=tuple(rows),
        total=(
            TOTAL,
            len(facts.lines),
            *(sum(line.beneficiaries or 0 for one in measures for line in one.lines) for measures in counted),
            sum(one.amount_cents for one in facts.lines),
        ),
        key=OVERVIEW_SHEET,
    )


def _measure(measure: MeasureReport, facts: FederalFacts) -> Iterator[Block]:
    yield Heading(MEASURE_LABELS[measure.measure])
    yield Facts(tuple(_figures(measure)))
    unused = max(0, (measure.granted_cents or 0) - measure.asked_cents)
    if unused and measure.lines:
        yield Remark(
            say("%(unused)s is niet gebruikt. Dat gaat terug naar de staat (FED-PAY-3).", unused=Euros(unused))
        )
    yield from _advice(measure)
    for category in measure.categories:
        yield Heading(category.label, 3)
        yield lines_grid(category, measure.measure, counts_imputation=facts.counts_imputation)
    if measure.measure is Measure.RECYCLED_PCS and measure.lines and facts.pc_cap_cents is not None:
        yield _computers(measure, facts.pc_cap_cents)


def _figures(measure: MeasureReport) -> Iterator[tuple[Wording, Wording | str]]:
    method = REPORT_METHOD_LABELS[measure.method] if measure.method else say("nog niet gekozen")
    yield say("Manier van verantwoorden"), method
    granted = measure.granted_cents
    yield say("Toelage"), say("nog niet ingevuld") if granted is None else _euros(granted)
    yield say("Verantwoord"), _euros(measure.amount_cents)
    yield say("Personeelskosten"), _euros(measure.staff_cents)
    yield say("Samen gevraagd"), _euros(measure.asked_cents)
    if granted is not None:
        yield say("Niet gebruikt"), _euros(max(0, granted - measure.asked_cents))


def _euros(cents: int) -> Wording:
    return say("%(amount)s", amount=Euros(cents))


def _advice(measure: MeasureReport) -> Iterator[Block]:
    count = len(measure.lines)
    if not count:
        return
    if count < FEW_LINES and measure.method is not ReportMethod.LINE_BY_LINE:
        words = say(
            "Deze maatregel heeft %(count)s lijnen. Onder %(few)s lijnen is lijn per lijn het handigst.",
            count=count,
            few=FEW_LINES,
        )
        yield Remark(words)
    elif count >= FEW_LINES and measure.method is not ReportMethod.SPREADSHEET:
        words = say("Deze maatregel heeft %(count)s lijnen. Dan is het officiële rekenblad handiger.", count=count)
        yield Remark(words)
    if measure.method is ReportMethod.SPREADSHEET:
        yield Remark(say("Alleen het rekenblad van de POD Maatschappelijke Integratie wordt aanvaard. Neem het over."))


def lines_grid(category: Category, measure: Measure, *, counts_imputation: bool = True) -> Grid:
    """The lines of one category, with the total that the application asks."""
    return Grid(
        caption=category.label,
        columns=line_columns(measure, counts_imputation=counts_imputation),
        rows=tuple((one.on, one.description, one.beneficiaries, one.amount_cents) for one in category.lines),
        total=(TOTAL, None, category.beneficiaries, category.amount_cents) if category.lines else None,
        key=category.sheet,
        when_empty=say("In deze categorie staan er geen lijnen."),
    )


def _computers(measure: MeasureReport, cap_cents: int) -> Block:
    count = sum(one.beneficiaries or 0 for one in measure.lines)
    words = say(
        "%(count)s gerecycleerde computers, hoogstens %(cap)s per computer: samen hoogstens %(most)s. "
        "Er staat %(amount)s.",
        count=count,
        cap=Euros(cap_cents),
        most=Euros(count * cap_cents),
        amount=Euros(measure.amount_cents),
    )
    if measure.amount_cents > count * cap_cents:
        return Remark(words, Severity.ERROR)
    return Paragraph(words)


def missing_of(facts: FederalFacts) -> Iterator[Missing]:
    """What the report still lacks, most often first by its place in the report."""
    address = (("year", facts.year),)
    if not facts.lines:
        yield _nothing_booked(facts, address)
    yield from _missing_of_lines(facts.lines, address)
    if facts.is_year_between:
        yield Missing(say("Welke dagen bij 2009 horen, is niet gevonden. Vraag het na."), 1, True)
    for measure in facts.measures:
        yield from _missing_of_measure(measure, facts, address)
    if facts.not_booked == 1:
        words = say("Eén uitgave op federaal geld is nog niet geboekt. Ze staat niet in dit verslag.")
        yield Missing(words, 1, False, "funding.expenses", (*address, ("stage", "committed")))
    elif facts.not_booked:
        words = say(
            "%(count)s uitgaven op federaal geld zijn nog niet geboekt. Ze staan niet in dit verslag.",
            count=facts.not_booked,
        )
        yield Missing(words, facts.not_booked, False, "funding.expenses", (*address, ("stage", "committed")))


def _nothing_booked(facts: FederalFacts, address: tuple[tuple[str, int], ...]) -> Missing:
    """Money that was given and not used goes back, and no money given asks no account: neither keeps the year open."""
    if facts.not_booked:
        words = say("Er is in dit jaar nog niets geboekt op federaal geld.")
        return Missing(words, 1, True, "funding.expenses", address)
    if any(measure.granted_cents for measure in facts.measures):
        words = say("Er is in dit jaar niets geboekt op federaal geld. De hele toelage gaat dan terug.")
        return Missing(words, 1, True, "funding.expenses", address, keeps_year_open=False)
    words = say("Er is voor dit jaar geen federaal geld ingevuld. Kreeg het OCMW wel iets? Vul het dan in.")
    return Missing(words, 1, True, "funding.grants", address, keeps_year_open=False)


def _missing_of_lines(lines: tuple[ReportLine, ...], address: tuple[tuple[str, int], ...]) -> Iterator[Missing]:
    found: dict[LineProblem, list[int]] = defaultdict(list)
    for line in lines:
        for problem in line.problems:
            found[problem].append(line.expense)
    for problem in LineProblem:
        numbers = found.get(problem, [])
        if numbers:
            one, several = PROBLEM_SENTENCES[problem]
            words = one if len(numbers) == 1 else several
            sentence = say(words.msgid, count=len(numbers), numbers=named(sorted(numbers)))
            yield Missing(sentence, len(numbers), True, "funding.expenses", address)


def _missing_of_measure(
    measure: MeasureReport, facts: FederalFacts, address: tuple[tuple[str, int], ...]
) -> Iterator[Missing]:
    label = MEASURE_LABELS[measure.measure]
    if measure.lines and measure.method is None:
        words = say("Kies hoe je deze maatregel verantwoordt: %(measure)s.", measure=label)
        yield Missing(words, 1, True, "reports.federal_report", address)
    if measure.lines and measure.granted_cents is None:
        words = say("Vul de toelage in van deze maatregel: %(measure)s.", measure=label)
        yield Missing(words, 1, True, "funding.grants", address)
    if measure.booked_staff_cents and not measure.wants_staff:
        words = say(
            "Er staat %(amount)s aan personeel in de boeken, maar je vraagt geen personeelskosten.",
            amount=Euros(measure.booked_staff_cents),
        )
        yield Missing(words, 1, True, "reports.federal_report", address)
    if measure.measure is Measure.RECYCLED_PCS and facts.pc_cap_cents is not None:
        over = [one for one in measure.lines if one.amount_cents > (one.beneficiaries or 0) * facts.pc_cap_cents]
        if over:
            words = say(
                "Per gerecycleerde computer mag hoogstens %(cap)s: kijk uitgave %(numbers)s na.",
                cap=Euros(facts.pc_cap_cents),
                numbers=named([one.expense for one in over]),
            )
            yield Missing(words, len(over), True, "funding.expenses", address)
