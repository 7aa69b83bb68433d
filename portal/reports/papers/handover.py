"""The handover dossier: who, what, when, how much, and what was promised; for who begins as coordinator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portal.foundation.actor import ROLE_LABELS
from portal.foundation.wording import Wording, say
from portal.network.types import PARTNER_KIND_LABELS, PARTNER_ROLE_LABELS
from portal.participation.types import VOICE_STATE_LABELS
from portal.plans.types import ACTION_STATUS_LABELS, THRESHOLD_LABELS, ActionStatus
from portal.reports.papers.budget import total_of
from portal.reports.papers.facts import YearFacts
from portal.reports.papers.first_week import first_week
from portal.reports.papers.handover_facts import HandoverFacts
from portal.reports.papers.parts import written_blocks
from portal.reports.types import (
    Block,
    Bullets,
    Cell,
    CellKind,
    Column,
    Facts,
    Grid,
    Heading,
    Paper,
    PaperKind,
    Paragraph,
    PartDefinition,
    Text,
)

ADVICE = PartDefinition(
    "advice",
    say("Wat je wie na jou komt wil meegeven"),
    say(
        "Wat staat nergens anders? Wie bel je eerst, wat loopt moeilijk, wat is gevoelig? Noem geen mensen in armoede."
    ),
)
PARTS = (ADVICE,)


def handover(facts: HandoverFacts, texts: dict[str, str]) -> Paper:
    """The whole dossier, what is to be done first on top."""
    year = facts.year
    return Paper(
        kind=PaperKind.HANDOVER,
        title=say("Overdrachtsdossier %(year)s", year=year.year),
        subtitle=say("Alleen voor coördinatoren: er staan namen en adressen van medewerkers in."),
        network=year.applicant.name,
        year=year.year,
        state=year.state,
        blocks=(
            Heading(say("Je eerste week")),
            Bullets(tuple(first_week(facts))),
            *written_blocks(ADVICE, texts),
            Heading(say("Wie is wie")),
            _partner_grid(facts),
            _contact_grid(facts),
            _account_grid(facts),
            Heading(say("Afspraken en acties")),
            _agreement_grid(facts),
            _action_grid(facts),
            Heading(say("Wat beloofd is")),
            _promise_grid(facts),
            *_voice_blocks(facts),
            Heading(say("Wanneer")),
            _deadline_grid(facts),
            _meeting_grid(facts),
            _round_grid(facts),
            Heading(say("Geld")),
            _money_grid(year),
            *_note(facts),
        ),
    )


def _grid(
    caption: Wording, key: str, columns: Sequence[tuple[Wording, CellKind]], rows: Iterable[tuple[Cell, ...]]
) -> Grid:
    return Grid(caption, tuple(Column(title, kind) for title, kind in columns), tuple(rows), key=key)


def _words(*titles: Wording) -> tuple[tuple[Wording, CellKind], ...]:
    return tuple((title, CellKind.TEXT) for title in titles)


def _partner_grid(facts: HandoverFacts) -> Grid:
    columns = (*_words(say("Partner"), say("Soort"), say("Rol")), (say("Lid sinds"), CellKind.DAY))
    rows = (
        (one.name, PARTNER_KIND_LABELS[one.kind], PARTNER_ROLE_LABELS[one.role], one.since)
        for one in facts.year.partners
        if one.until is None
    )
    return _grid(say("Partners"), "partners", columns, rows)


def _contact_grid(facts: HandoverFacts) -> Grid:
    columns = _words(say("Partner"), say("Naam"), say("Functie"), say("E-mail"), say("Telefoon"))
    rows = ((one.partner, one.name, one.function, one.email, one.phone) for one in facts.contacts)
    return _grid(say("Contactpersonen"), "contactpersonen", columns, rows)


def _account_grid(facts: HandoverFacts) -> Grid:
    columns = (*_words(say("Naam"), say("E-mail"), say("Rol"), say("Voor")), (say("Laatst gezien"), CellKind.DAY))
    rows = (
        (one.name or say("zonder naam"), one.email, ROLE_LABELS[one.role], one.partner, one.last_seen)
        for one in facts.accounts
    )
    return _grid(say("Wie mag werken in het portaal"), "accounts", columns, rows)


def _agreement_grid(facts: HandoverFacts) -> Grid:
    columns = (
        *_words(say("Partner"), say("Overeenkomst")),
        (say("Vanaf"), CellKind.DAY),
        (say("Tot en met"), CellKind.DAY),
        (say("Bedrag"), CellKind.CENTS),
        (say("Ondertekend"), CellKind.DAY),
    )
    rows = (
        (one.partner, one.title, one.starts_on, one.ends_on, one.amount_cents, one.signed_on)
        for one in facts.agreements
    )
    return _grid(say("Overeenkomsten die lopen"), "overeenkomsten", columns, rows)


def _action_grid(facts: HandoverFacts) -> Grid:
    columns = (
        *_words(say("Actie"), say("Trekker"), say("Stand")),
        (say("Gepland"), CellKind.CENTS),
        (say("Uitgegeven"), CellKind.CENTS),
    )
    over = (ActionStatus.DROPPED, ActionStatus.DONE)
    rows = (
        (
            one.title,
            one.lead or say("nog geen trekker"),
            ACTION_STATUS_LABELS[one.status],
            sum(one.planned.values()),
            sum(one.spent.values()),
        )
        for one in facts.year.actions
        if one.status not in over
    )
    return _grid(say("Acties die lopen of nog komen"), "acties", columns, rows)


def _promise_grid(facts: HandoverFacts) -> Grid:
    columns = (*_words(say("Wat"), say("Soort"), say("Wie")), (say("Tegen"), CellKind.DAY))
    rows = (
        (one.text, say("taak") if one.is_task else say("beslissing"), one.who, one.due_on) for one in facts.promises
    )
    return _grid(say("Open beslissingen en taken"), "beloftes", columns, rows)


def _voice_blocks(facts: HandoverFacts) -> tuple[Block, ...]:
    columns = (
        (say("Nummer"), CellKind.COUNT),
        (say("Gekregen"), CellKind.DAY),
        *_words(say("Drempel"), say("Stand")),
        (say("Antwoord beloofd tegen"), CellKind.DAY),
    )
    rows = (
        (
            one.id,
            one.received_on,
            THRESHOLD_LABELS[one.threshold] if one.threshold else say("geen drempel"),
            VOICE_STATE_LABELS[one.state],
            one.promised_on,
        )
        for one in facts.voices
    )
    grid = _grid(say("Inbreng van mensen die nog op antwoord wachten"), "inbreng", columns, rows)
    why = say("Wat ze zeiden, staat alleen in het portaal. Zo blijft dit dossier zonder woorden van mensen.")
    return (grid, Paragraph(why)) if facts.voices else (grid,)


def _deadline_grid(facts: HandoverFacts) -> Grid:
    columns = (*_words(say("Wat")), (say("Dag"), CellKind.DAY), *_words(say("Bron")))
    rows = ((one.title, one.on, one.source) for one in facts.deadlines if one.on is None or one.on >= facts.today)
    return _grid(say("Deadlines"), "deadlines", columns, rows)


def _meeting_grid(facts: HandoverFacts) -> Grid:
    columns = ((say("Dag"), CellKind.DAY), *_words(say("Overleg"), say("Waar")))
    return _grid(
        say("Overleg dat gepland is"), "overleg", columns, ((one.on, one.title, one.place) for one in facts.meetings)
    )


def _round_grid(facts: HandoverFacts) -> Grid:
    columns = (*_words(say("Leesronde")), (say("Loopt tot en met"), CellKind.DAY))
    return _grid(
        say("Leesrondes die lopen"), "leesrondes", columns, ((one.title, one.closes_on) for one in facts.rounds)
    )


def _money_grid(year: YearFacts) -> Grid:
    columns = (
        (say("Bron"), CellKind.TEXT),
        *(
            (title, CellKind.CENTS)
            for title in (say("Toegekend"), say("Gepland"), say("Vastgelegd"), say("Uitgegeven"), say("Over"))
        ),
    )
    rows = tuple(
        (
            one.label,
            one.position.granted_cents,
            one.position.planned_cents,
            one.position.committed_cents,
            one.position.spent_cents,
            one.position.left_cents,
        )
        for one in year.used_streams
    )
    caption = say("Het geld van %(year)s per bron", year=year.year)
    return Grid(caption, tuple(Column(title, kind) for title, kind in columns), rows, total=total_of(rows), key="geld")


def _note(facts: HandoverFacts) -> tuple[Block, ...]:
    applicant = facts.year.applicant
    first, last = str(applicant.note_first_year), str(applicant.note_last_year)
    rows: tuple[tuple[Text, Text], ...] = (
        (say("Wie vraagt de middelen aan"), applicant.applicant),
        (say("Afsprakennota"), say("%(first)s tot en met %(last)s", first=first, last=last)),
    )
    return (Facts(rows),)
