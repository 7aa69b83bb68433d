"""The answer people got: whether it came back to them, how long it took, and who still waits."""

from __future__ import annotations

from portal.dashboards.figures.voice.words import (
    COUNTING,
    VOICE_SOURCE,
    days_text,
    nothing_yet,
    told_count,
    told_share,
    too_small,
    with_hiding,
)
from portal.dashboards.figures.words import NOTHING, amount, joined
from portal.dashboards.types import Figure, FigureKind, Series, Table, Text, Unit
from portal.dashboards.voice.answering import Telling, Waits, WaitStep
from portal.dashboards.voice.measures import VoiceYear
from portal.dashboards.voice.types import Count, share_of
from portal.foundation.wording import Wording, say

PERCENTILE_FORMULA = say(
    "Zet de n aantallen dagen op volgorde, van klein naar groot. Mediaan = het middelste; is n even, dan het "
    "gemiddelde van de twee in het midden. 90e percentiel = het aantal dagen op plaats 0,9 x n, naar boven afgerond."
)


def told_back(found: VoiceYear) -> Figure:
    """Whether people heard what was done with their words; inside the network also whether it was in time."""
    telling = found.now.telling
    parts = _telling_parts(telling)
    drawn = [(label, count) for label, count in parts if count]
    return Figure(
        key="told",
        kind=FigureKind.BARS,
        title=_telling_title(found, telling),
        labels=tuple(label for label, _count in drawn),
        series=(Series(say("Inbreng"), tuple(count for _label, count in drawn)),),
        table=Table(
            (say("Wat ermee gebeurde"), say("Inbreng"), say("Aandeel")),
            tuple(
                (label, told_count(count), told_share(share_of(count, found.now.voices), count))
                for label, count in parts
            ),
        ),
        definition=with_hiding(
            joined(
                COUNTING,
                say(
                    "Teruggekoppeld is: wie sprak, hoorde wat we ermee deden. Op tijd is: ten laatste op de dag die we "
                    "beloofd hadden."
                ),
            ),
            found.is_outside,
        ),
        formula=say("Deel teruggekoppeld = inbreng die teruggekoppeld is, gedeeld door alle inbreng van het jaar."),
        source=VOICE_SOURCE,
    )


def _telling_parts(telling: Telling) -> list[tuple[Text, Count]]:
    if telling.in_time is None:
        return [(say("teruggekoppeld"), telling.told), (say("nog niet teruggekoppeld"), telling.untold)]
    return [
        (say("op tijd teruggekoppeld"), telling.in_time),
        (say("te laat teruggekoppeld"), telling.late),
        (say("beslist, nog niet teruggekoppeld"), telling.decided),
        (say("nog niet beslist"), telling.undecided),
    ]


def _telling_title(found: VoiceYear, telling: Telling) -> Wording:
    if found.now.voices == 0:
        return nothing_yet(say("Terugkoppeling"), found.year)
    if telling.told is None or found.now.voices is None:
        return too_small(say("Terugkoppeling"))
    if telling.told == 0:
        return say("Nog niemand hoorde terug wat we met de inbreng deden.")
    if telling.untold == 0:
        return say("Elke keer vertelden we terug wat we met de inbreng deden.")
    return say(
        "%(told)s van de %(all)s keer vertelden we terug wat we met de inbreng deden.",
        told=telling.told,
        all=found.now.voices,
    )


def answer_times(found: VoiceYear) -> Figure:
    """Median and ninetieth percentile of the days; what is still open stands apart, with its age."""
    times = found.now.times
    rows: list[tuple[Text, Waits]] = [
        (say("van inbreng tot beslissing"), times.decided),
        (say("van inbreng tot terugkoppeling"), times.told),
        (say("nog niet beslist: leeftijd vandaag"), times.undecided),
        (say("beslist, nog niet teruggekoppeld: leeftijd vandaag"), times.untold),
    ]
    drawn = [(label, waits) for label, waits in rows if waits.median is not None]
    return Figure(
        key="time",
        kind=FigureKind.BARS,
        title=_times_title(found, times.decided),
        labels=tuple(label for label, _waits in drawn),
        series=(
            Series(say("Mediaan (dagen)"), tuple(waits.median for _label, waits in drawn)),
            Series(say("90e percentiel (dagen)"), tuple(waits.ninetieth for _label, waits in drawn)),
        )
        if drawn
        else (),
        table=Table(
            (
                say("Wachttijd"),
                say("Inbreng"),
                say("Mediaan (dagen)"),
                say("90e percentiel (dagen)"),
                say("Langste (dagen)"),
            ),
            tuple((label, *_waits_row(waits)) for label, waits in rows),
        ),
        definition=with_hiding(TIMES_DEFINITION, found.is_outside),
        formula=PERCENTILE_FORMULA,
        source=VOICE_SOURCE,
    )


TIMES_DEFINITION = say(
    "Dagen van de dag dat de inbreng ontvangen is tot de dag van de beslissing, en tot de dag waarop wie sprak het "
    "hoorde. Wat nog open staat, telt daarin niet mee. Het staat apart, met hoe oud het vandaag is."
)


def _waits_row(waits: Waits) -> tuple[Text, ...]:
    numbers = (waits.median, waits.ninetieth, waits.longest)
    return (told_count(waits.count), *(NOTHING if one is None else amount(one, Unit.COUNT) for one in numbers))


def _times_title(found: VoiceYear, decided: Waits) -> Wording:
    if found.now.voices == 0:
        return nothing_yet(say("Tijd tot het antwoord"), found.year)
    if decided.count == 0:
        return say("Er is nog geen beslissing over inbreng van %(year)s.", year=found.year)
    if decided.median is None or decided.ninetieth is None:
        return too_small(say("Tijd tot het antwoord"))
    if decided.count == 1:
        return say("De beslissing kwam na %(days)s.", days=days_text(decided.median))
    if decided.median == decided.ninetieth:
        return say("Negen op de tien beslissingen vielen binnen %(most)s.", most=days_text(decided.ninetieth))
    return say(
        "De helft van de beslissingen viel binnen %(half)s, negen op de tien binnen %(most)s.",
        half=days_text(decided.median),
        most=days_text(decided.ninetieth),
    )


def waiting(found: VoiceYear) -> Figure:
    """How many waited how long, and how many still do; only inside the network."""
    steps = found.steps
    open_waits = found.now.times.undecided
    title = say("Over alle inbreng van %(year)s is beslist.", year=found.year)
    if found.now.voices == 0:
        title = nothing_yet(say("Wie nog wacht"), found.year)
    elif open_waits.longest is not None:
        title = say(
            "%(count)s keer is er nog geen beslissing. De oudste vraag wacht al %(days)s.",
            count=open_waits.count,
            days=days_text(open_waits.longest),
        )
    return Figure(
        key="waiting",
        kind=FigureKind.STACKED,
        title=title,
        labels=tuple(map(_step_label, steps)),
        series=(
            Series(say("Beslist"), tuple(one.decided for one in steps)),
            Series(say("Nog niet beslist"), tuple(one.undecided for one in steps)),
        ),
        table=Table(
            (say("Wachttijd"), say("Beslist"), say("Nog niet beslist")),
            tuple(
                (_step_label(one), amount(one.decided, Unit.COUNT), amount(one.undecided, Unit.COUNT)) for one in steps
            ),
        ),
        definition=say(
            "Wat beslist is, staat bij de dagen tot de beslissing. Wat nog open is, staat bij de dagen tot vandaag."
        ),
        source=VOICE_SOURCE,
    )


def _step_label(step: WaitStep) -> Text:
    if step.until is None:
        return say("meer dan %(days)s dagen", days=step.over - 1)
    return say("%(first)s tot %(last)s dagen", first=step.over, last=step.until)
