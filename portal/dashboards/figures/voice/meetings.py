"""Where people met: meetings, at whose home and with whom, and contacts in between."""

from __future__ import annotations

from portal.dashboards.figures.voice.words import MEETING_SOURCE, told_count, with_hiding
from portal.dashboards.figures.words import NOTHING, amount
from portal.dashboards.types import Figure, FigureKind, Series, Table, Text, Unit
from portal.dashboards.voice.gathering import Gathering
from portal.dashboards.voice.measures import VoiceYear
from portal.dashboards.voice.types import share_of
from portal.foundation.wording import Wording, say


def meetings_and_contacts(found: VoiceYear) -> Figure:
    """Meetings beside informal contacts, and how many meetings were at the association or with experts."""
    gathering = found.now.gathering
    drawn: list[tuple[Text, int]] = [
        (say("overleg"), gathering.meetings),
        (say("waarvan bij de vereniging"), gathering.at_association),
        (say("waarvan met de vereniging aan tafel"), gathering.with_association),
        (say("waarvan met ervaringsdeskundigen aan tafel"), gathering.with_experts),
        (say("leesronde"), gathering.rounds),
        (say("contact tussendoor"), gathering.contacts),
    ]
    return Figure(
        key="meetings",
        kind=FigureKind.BARS,
        title=_title(gathering, found.year),
        labels=tuple(label for label, _count in drawn),
        series=(Series(say("Aantal"), tuple(count for _label, count in drawn)),),
        table=Table(
            (say("Moment"), say("Aantal"), say("Deel van de overleggen")),
            (
                *((label, amount(count, Unit.COUNT), _share(count, gathering)) for label, count in drawn[:4]),
                (
                    say("overleg waar niemand ervaringsdeskundigen telde"),
                    amount(gathering.uncounted, Unit.COUNT),
                    _share(gathering.uncounted, gathering),
                ),
                (say("ervaringsdeskundigen, alle overleggen samen"), told_count(gathering.experts), NOTHING),
                *((label, amount(count, Unit.COUNT), NOTHING) for label, count in drawn[4:]),
            ),
        ),
        definition=with_hiding(DEFINITION, found.is_outside),
        formula=say("Deel = overleggen met dit kenmerk, gedeeld door alle overleggen die in het jaar gehouden zijn."),
        source=MEETING_SOURCE,
    )


DEFINITION = say(
    "Een overleg telt vanaf de dag erna; een afgelast overleg telt niet. Bij de vereniging is: op de plaats van een "
    "vereniging waar armen het woord nemen. Aan tafel is: aanwezig volgens het verslag. Van ervaringsdeskundigen telt "
    "alleen hoeveel er waren. Een leesronde telt in het jaar waarin ze begon. Contact tussendoor is elk informeel "
    "contact dat iemand opschreef."
)


def _share(count: int, gathering: Gathering) -> Text:
    return amount(share_of(count, gathering.meetings), Unit.SHARE)


def _title(gathering: Gathering, year: int) -> Wording:
    if not gathering.meetings and not gathering.contacts and not gathering.rounds:
        return say("In %(year)s is er nog geen overleg en geen contact opgeschreven.", year=year)
    if not gathering.meetings:
        return say("In %(year)s was er nog geen overleg, wel een leesronde of contact tussendoor.", year=year)
    if not gathering.with_experts:
        return say("Op geen enkel overleg van %(year)s zaten ervaringsdeskundigen aan tafel.", year=year)
    if gathering.with_experts == gathering.meetings:
        return say(
            "Op elk overleg van %(year)s zaten ervaringsdeskundigen aan tafel. Bij de vereniging: %(there)s.",
            year=year,
            there=gathering.at_association,
        )
    return say(
        "Op %(count)s van de %(all)s overleggen zaten ervaringsdeskundigen aan tafel. Bij de vereniging: %(there)s.",
        count=gathering.with_experts,
        all=gathering.meetings,
        there=gathering.at_association,
    )
