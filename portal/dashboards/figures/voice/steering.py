"""What changed because of voices, and which actions have one behind them."""

from __future__ import annotations

from portal.dashboards.figures.voice.words import (
    NOT_STEERING,
    VOICE_SOURCE,
    nothing_yet,
    told_count,
    told_share,
    too_small,
    with_hiding,
    with_survey,
)
from portal.dashboards.figures.words import amount
from portal.dashboards.types import Figure, FigureKind, Reference, Series, Table, Text, Unit
from portal.dashboards.voice.behind import Behind
from portal.dashboards.voice.measures import VoiceYear
from portal.dashboards.voice.steering import Steering
from portal.dashboards.voice.types import STANDING_LABELS, Count, share_of
from portal.foundation.wording import Wording, say

DIRECTION_DEFINITION = say(
    "Inbreng geeft richting als er minstens één actie of beslissing door begonnen of veranderd is, en die niet gestopt "
    "is. Een ja zonder gevolg telt niet: dat is nog een belofte. Een half antwoord dat iets veranderde telt wel. We "
    "rekenen op alle inbreng, ook zonder antwoord: anders lijkt een netwerk dat niet antwoordt het beste. In de "
    "bevraging was de inbreng in ruwweg 1 netwerk op de 3 niet richtinggevend."
)


def direction(found: VoiceYear) -> Figure:
    """The share of voices that changed something, beside what coordinators said of their networks."""
    steering, total = found.now.steering, found.now.voices
    moved, unmoved = share_of(steering.changed, total), share_of(steering.unmoved, total)
    return Figure(
        key="direction",
        kind=FigureKind.BARS,
        title=_direction_title(found, steering),
        unit=Unit.SHARE,
        labels=(say("veranderde iets"), say("veranderde nog niets")),
        series=(Series(say("Deel van de inbreng"), (moved, unmoved)),),
        references=(Reference(say("OASeS: ruwweg 1 op de 3 netwerken"), NOT_STEERING, 1),),
        note=say(
            "In een bevraging door OASeS was de inbreng in ruwweg 1 op de 3 netwerken niet richtinggevend "
            "(stippellijn). Let op: zij telden netwerken, wij tellen inbreng. Vergelijk de twee niet als gelijke "
            "getallen."
        )
        if found.now.voices
        else None,
        table=Table(
            (say("Wat ervan kwam"), say("Inbreng"), say("Aandeel")),
            tuple(
                (label, told_count(count), told_share(share_of(count, total), count))
                for label, count in _direction_rows(steering)
            ),
        ),
        definition=with_hiding(DIRECTION_DEFINITION, found.is_outside),
        formula=say("Deel dat richting gaf = inbreng met minstens één gevolg, gedeeld door alle inbreng van het jaar."),
        source=with_survey(VOICE_SOURCE),
    )


def _direction_rows(steering: Steering) -> list[tuple[Text, Count]]:
    rows: list[tuple[Text, Count]] = [
        (say("veranderde iets"), steering.changed),
        (say("veranderde nog niets"), steering.unmoved),
    ]
    if steering.adopted is None:
        return rows
    return [
        *rows,
        (say("waarvan overgenomen, nog zonder gevolg"), steering.adopted),
        (say("waarvan niet overgenomen"), steering.refused),
        (say("waarvan nog niet beslist"), steering.undecided),
    ]


def _direction_title(found: VoiceYear, steering: Steering) -> Wording:
    if found.now.voices == 0:
        return nothing_yet(say("Wat er veranderde"), found.year)
    if steering.changed is None or found.now.voices is None:
        return too_small(say("Wat er veranderde"))
    if steering.changed == 0:
        return say("Door de inbreng van %(year)s veranderde nog niets.", year=found.year)
    if steering.unmoved == 0:
        return say("Elke inbreng van %(year)s veranderde iets.", year=found.year)
    return say(
        "%(count)s van de %(all)s keer veranderde er iets door wat mensen zeiden.",
        count=steering.changed,
        all=found.now.voices,
    )


def actions_behind(found: VoiceYear) -> Figure:
    """Actions by the strongest thing that a voice is to them; actions are no people, so none is hidden."""
    behind = found.behind
    drawn = [(standing, len(rows)) for standing, rows in behind.actions.items() if rows]
    return Figure(
        key="actions",
        kind=FigureKind.BARS,
        title=_behind_title(behind, found.year),
        labels=tuple(STANDING_LABELS[standing] for standing, _count in drawn),
        series=(Series(say("Acties"), tuple(count for _standing, count in drawn)),),
        table=Table(
            (say("Inbreng achter de actie"), say("Acties"), say("Aandeel")),
            tuple(
                (
                    STANDING_LABELS[standing],
                    amount(len(rows), Unit.COUNT),
                    amount(share_of(len(rows), behind.total), Unit.SHARE),
                )
                for standing, rows in behind.actions.items()
            ),
        ),
        definition=say(
            "Elke actie van het jaar telt één keer, bij het sterkste dat inbreng ermee deed. Inbreng van vroegere "
            "jaren telt mee, ook over de actie waaruit deze is overgenomen. Wat lezers in een leesronde zeiden, telt "
            "ook. Gestopte acties tellen niet mee."
        ),
        formula=say("Deel met inbreng = acties met inbreng erachter, gedeeld door alle acties van het jaar."),
        source=say("Acties, inbreng en gevolgen van inbreng in dit portaal."),
    )


def _behind_title(behind: Behind, year: int) -> Wording:
    if not behind.total:
        return say("In %(year)s zijn er nog geen acties.", year=year)
    count = behind.total - len(behind.without)
    if count == 0:
        return say("Achter geen enkele actie zit inbreng van mensen in armoede.")
    if not behind.without:
        return say("Achter elke actie zit inbreng van mensen in armoede.")
    return say(
        "Achter %(count)s van de %(all)s acties zit inbreng van mensen in armoede.", count=count, all=behind.total
    )
