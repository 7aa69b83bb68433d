"""The note for the council: one page in plain words, with money, people and voices as counts, and two drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.foundation.wording import Wording, say
from portal.participation.small_groups import SMALLEST_TOLD, is_small
from portal.plans.types import ActionStatus
from portal.reports.papers.budget import total_of
from portal.reports.papers.facts import ActionFact, StreamFact, VoiceFact, YearFacts
from portal.reports.papers.parts import written_blocks
from portal.reports.types import (
    Block,
    Bullets,
    Cell,
    CellKind,
    Chart,
    Column,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    PartDefinition,
    Text,
)

MOST_ACTIONS = 4
LONGEST_LINE = 110
MESSAGE = PartDefinition(
    "message",
    say("Wat je de raad wil zeggen"),
    say("Twee of drie zinnen: wat lukte, en wat vraagt het netwerk? Noem nooit iemand bij naam."),
    most=400,
)
PARTS = (MESSAGE,)


@dataclass(frozen=True)
class CouncilDrawings:
    """The two dashboards as drawings, each with the sentence that it shows and its numbers."""

    balance: Chart | None = None
    complementarity: Chart | None = None


def council_note(facts: YearFacts, texts: dict[str, str], drawings: CouncilDrawings) -> Paper:
    """The whole note; what could lead to a person is told as "fewer than five"."""
    return Paper(
        kind=PaperKind.COUNCIL_NOTE,
        title=say("Vrije tijd voor iedereen in %(year)s", year=facts.year),
        subtitle=say("Nota van het lokaal netwerk vrijetijdsparticipatie voor de gemeenteraad"),
        network=facts.applicant.name,
        year=facts.year,
        state=facts.state,
        blocks=(
            Paragraph(_together(facts)),
            *_what_was_done(facts),
            *written_blocks(MESSAGE, texts)[1:],
            Heading(say("Wie we bereikten en wat mensen zeiden")),
            Bullets((_reached(facts), *_voice(facts.voice))),
            Heading(say("Het geld")),
            _money(facts),
            *_drawn(drawings),
        ),
        missing=_missing(facts),
    )


def _together(facts: YearFacts) -> Text:
    """How many work together and on what; what there is none of, is left out."""
    actions, partners = len(_worked_on(facts)), len(facts.partners)
    words = say("Wie weinig geld heeft, sport en speelt minder mee.")
    if partners == 1:
        words = _next(words, say("Eén organisatie doet daar iets aan."))
    elif partners:
        words = _next(words, say("%(partners)s organisaties doen daar samen iets aan.", partners=partners))
    if actions == 1:
        words = _next(words, say("In %(year)s ging het om één actie.", year=facts.year))
    elif actions:
        words = _next(words, say("In %(year)s ging het om %(count)s acties.", count=actions, year=facts.year))
    return words if facts.is_over else say("%(words)s Het jaar loopt nog.", words=words)


def _next(words: Wording, sentence: Wording) -> Wording:
    return Wording("%(words)s %(next)s", {"words": words, "next": sentence})


def _worked_on(facts: YearFacts) -> list[ActionFact]:
    """What went on in the year, the actions with most people and money first."""
    found = [one for one in facts.planned_actions if one.status is not ActionStatus.IDEA]
    return sorted(found, key=lambda one: (-one.given.reached, -sum(one.spent.values()), one.title, one.id))


def _what_was_done(facts: YearFacts) -> tuple[Block, ...]:
    actions = _worked_on(facts)
    if not actions:
        return ()
    lines: list[Text] = [_line(one) for one in actions[:MOST_ACTIONS]]
    more = len(actions) - len(lines)
    if more > 0:
        lines.append(
            say("En nog één andere actie.") if more == 1 else say("En nog %(count)s andere acties.", count=more)
        )
    return Heading(say("Wat we deden")), Bullets(tuple(lines))


def _line(action: ActionFact) -> str:
    words = " ".join((action.plain or action.title).split())
    if len(words) <= LONGEST_LINE:
        return words
    return words[:LONGEST_LINE].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def told(count: int) -> Text:
    """A count as a citizen may read it."""
    return say("minder dan %(least)s", least=SMALLEST_TOLD) if is_small(count) else str(count)


def _reached(facts: YearFacts) -> Wording:
    reached = sum(one.given.reached for one in facts.actions)
    if not reached:
        return say("Hoeveel mensen meededen, is nog niet geteld.")
    if is_small(reached):
        return say("Er deden minder dan %(least)s mensen mee.", least=SMALLEST_TOLD)
    return say(
        "Bij alle acties samen telden we %(count)s keer iemand die meedeed. Wie vaker kwam, telt vaker.", count=reached
    )


def _voice(voice: VoiceFact) -> Sequence[Text]:
    """What was said and what became of it; a part that would tell of fewer than five people is not counted out."""
    if not voice.voices:
        return (say("Mensen in armoede zeiden dit jaar nog niets dat we noteerden."),)
    said: Text = say("Mensen in armoede zeiden %(count)s keer wat beter kan.", count=told(voice.voices))
    parts = (
        (voice.answered, say("Daarvan kregen er %(count)s een antwoord.", count=voice.answered)),
        (voice.changed_something, say("%(count)s keer veranderde er daardoor iets.", count=voice.changed_something)),
    )
    shown = [words for part, words in parts if _may_tell(part, voice.voices)]
    if len(shown) < len(parts):
        shown.append(say("Kleine aantallen tonen we niet: zo blijft iedereen onbekend."))
    return (said, *shown)


def _may_tell(part: int, whole: int) -> bool:
    """Neither the part nor the rest is a small group, and the whole is told itself."""
    return not is_small(whole) and not is_small(part) and not is_small(whole - part)


def _money(facts: YearFacts) -> Grid:
    rows = tuple(_stream_row(one) for one in facts.used_streams)
    return Grid(
        caption=say("Geld per bron in %(year)s", year=facts.year),
        columns=(
            Column(say("Van wie")),
            Column(say("Gekregen"), CellKind.CENTS),
            Column(say("Uitgegeven"), CellKind.CENTS),
            Column(say("Over"), CellKind.CENTS),
        ),
        rows=rows,
        total=total_of(rows),
        key="geld",
        when_empty=say("Er staat nog geen geld in het portaal."),
    )


def _stream_row(one: StreamFact) -> tuple[Cell, ...]:
    at = one.position
    return one.label, at.granted_cents, at.spent_cents, at.granted_cents - at.spent_cents


def _drawn(drawings: CouncilDrawings) -> tuple[Block, ...]:
    charts = [one for one in (drawings.balance, drawings.complementarity) if one is not None]
    return (Heading(say("Wie wat doet, en wat nog ontbreekt")), *charts) if charts else ()


def _missing(facts: YearFacts) -> tuple[Missing, ...]:
    if any(one.given.reached for one in facts.actions):
        return ()
    where = (("year", facts.year),)
    return (
        Missing(say("Bij geen enkele actie staat hoeveel mensen meededen."), 1, False, "plans.contributions", where),
    )
