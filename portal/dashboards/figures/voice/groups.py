"""Voices by channel, threshold and speaker, and formal beside informal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from portal.dashboards.figures.voice.words import (
    AS_VALUABLE,
    COUNTING,
    VOICE_SOURCE,
    nothing_yet,
    told_count,
    told_share,
    too_small,
    with_hiding,
    with_survey,
)
from portal.dashboards.figures.words import amount, filled, joined, listed, threshold_label
from portal.dashboards.types import Figure, FigureKind, Reference, Series, Table, Text, Unit
from portal.dashboards.voice.groups import Groups, VoiceGroup
from portal.dashboards.voice.measures import VoiceYear
from portal.dashboards.voice.types import ROAD_LABELS, Count, Road, share_of
from portal.foundation.wording import Wording, say
from portal.participation.types import CHANNEL_LABELS, SPEAKER_LABELS, Channel, Speaker


class VoiceGrouping(StrEnum):
    """What voices are sorted by."""

    CHANNEL = "channel"
    THRESHOLD = "threshold"
    SPEAKER = "speaker"


@dataclass(frozen=True)
class _GroupingWords:
    """How a way of sorting is told."""

    groups: Callable[[VoiceYear], Groups]
    label: Callable[[str], Text]
    header: Wording
    most: Wording
    spread: Wording
    definition: Wording


_GROUPINGS: Mapping[VoiceGrouping, _GroupingWords] = {
    VoiceGrouping.CHANNEL: _GroupingWords(
        lambda found: found.by_channel,
        lambda key: CHANNEL_LABELS[Channel(key)],
        say("Bron"),
        say("De meeste inbreng kwam %(group)s: %(count)s van de %(all)s."),
        say("Inbreng kwam langs %(count)s wegen, langs geen enkele het meest."),
        say("De bron is hoe de inbreng binnenkwam."),
    ),
    VoiceGrouping.THRESHOLD: _GroupingWords(
        lambda found: found.by_threshold,
        threshold_label,
        say("Drempel"),
        say("De meeste inbreng gaat over: %(group)s (%(count)s van de %(all)s)."),
        say("Inbreng gaat over %(count)s drempels, over geen enkele het meest."),
        say("De drempel is waarover de inbreng ging, als iemand dat heeft aangeduid."),
    ),
    VoiceGrouping.SPEAKER: _GroupingWords(
        lambda found: found.by_speaker,
        lambda key: SPEAKER_LABELS[Speaker(key)],
        say("Wie sprak"),
        say("De meeste inbreng komt van %(group)s: %(count)s van de %(all)s."),
        say("Inbreng komt van %(count)s soorten mensen, van geen enkele het meest."),
        say("Van wie sprak kent het portaal alleen de soort, nooit de naam."),
    ),
}


def voices_by_group(found: VoiceYear, grouping: VoiceGrouping) -> Figure:
    """How many voices of each kind; inside the network the table tells what became of them."""
    words = _GROUPINGS[grouping]
    groups = sorted(words.groups(found), key=lambda one: -(one.voices or 0))
    drawn = [one for one in groups if one.voices]
    inside = () if found.is_outside else (say("Teruggekoppeld"), say("Veranderde iets"))
    return Figure(
        key=f"by-{grouping.value}",
        kind=FigureKind.BARS,
        title=_group_title(found, drawn, words),
        labels=tuple(words.label(one.key) for one in drawn),
        series=(Series(say("Inbreng"), tuple(one.voices for one in drawn)),),
        note=_left_out(groups, words.label),
        table=Table(
            (words.header, say("Inbreng"), say("Aandeel"), *inside),
            tuple((words.label(one.key), *_group_row(one, found)) for one in groups if one.voices != 0),
        ),
        definition=with_hiding(joined(COUNTING, words.definition), found.is_outside),
        formula=say("Aandeel = inbreng van deze groep, gedeeld door alle inbreng van het jaar."),
        source=VOICE_SOURCE,
    )


def _group_row(one: VoiceGroup, found: VoiceYear) -> tuple[Text, ...]:
    row = (told_count(one.voices), told_share(share_of(one.voices, found.now.voices), one.voices))
    return row if found.is_outside else (*row, told_count(one.told), told_count(one.steering))


def _group_title(found: VoiceYear, drawn: list[VoiceGroup], words: _GroupingWords) -> Wording:
    if found.now.voices == 0:
        return nothing_yet(words.header, found.year)
    if not drawn or found.now.voices is None:
        return too_small(words.header)
    top = [one for one in drawn if one.voices == drawn[0].voices]
    if len(top) > 1 and len(top) == len(drawn) and not found.is_outside:
        return filled(words.spread, count=len(top))
    count: Text = amount(drawn[0].voices, Unit.COUNT)
    if len(top) > 1:
        count = say("elk %(count)s", count=count)
    return filled(words.most, group=listed([words.label(one.key) for one in top]), count=count, all=found.now.voices)


def _left_out(groups: list[VoiceGroup], label: Callable[[str], Text]) -> Wording | None:
    hidden = [label(one.key) for one in groups if one.voices is None]
    if hidden:
        return say("Niet getoond, omdat de groep te klein is: %(names)s.", names=listed(hidden, most=20))
    return None


def roads_of_voices(found: VoiceYear) -> Figure:
    """Formal beside informal, with what the coordinators of networks think of both."""
    roads = found.now.roads
    shares = {one.key: share_of(one.voices, found.now.voices) for one in roads}
    inside = () if found.is_outside else (say("Deel teruggekoppeld"), say("Deel dat iets veranderde"))
    return Figure(
        key="roads",
        kind=FigureKind.BARS,
        title=_road_title(found, next(one.voices for one in roads if one.key == Road.INFORMAL)),
        unit=Unit.SHARE,
        labels=tuple(ROAD_LABELS[Road(one.key)] for one in roads),
        series=(Series(say("Deel van de inbreng"), tuple(shares.values())),),
        references=(
            Reference(
                say("OASeS: bijna 8 op de 10 coördinatoren"),
                AS_VALUABLE,
                list(Road).index(Road.INFORMAL),
            ),
        ),
        note=say(
            "In een bevraging door OASeS vonden bijna 8 op de 10 coördinatoren informeel overleg even waardevol als "
            "formeel overleg (stippellijn). Let op: zij telden coördinatoren, wij tellen inbreng. Vergelijk de twee "
            "niet als gelijke getallen."
        )
        if found.now.voices
        else None,
        table=Table(
            (say("Weg"), say("Inbreng"), say("Aandeel"), *inside),
            tuple((ROAD_LABELS[Road(one.key)], *_road_row(one, found)) for one in roads),
        ),
        definition=with_hiding(ROAD_DEFINITION, found.is_outside),
        formula=say("Aandeel = inbreng langs deze weg, gedeeld door alle inbreng van het jaar."),
        source=with_survey(VOICE_SOURCE),
    )


ROAD_DEFINITION = say(
    "Formeel is wat mensen zeiden op een overleg, of bij het nalezen van een plan of een tekst. Informeel is wat ze "
    "zeiden in een gewoon gesprek of op een bezoek. Zelf geschreven is wat kwam via de brievenbus, de open pagina of "
    "dit portaal. In de bevraging vonden bijna 8 op de 10 coördinatoren informeel overleg met partners even waardevol "
    "als formeel overleg. 1 op de 3 vond het zelfs waardevoller."
)


def _road_row(one: VoiceGroup, found: VoiceYear) -> tuple[Text, ...]:
    row = (told_count(one.voices), told_share(share_of(one.voices, found.now.voices), one.voices))
    if found.is_outside:
        return row
    return (*row, told_share(one.told_share, one.voices), told_share(one.steering_share, one.voices))


def _road_title(found: VoiceYear, informal: Count) -> Wording:
    total = found.now.voices
    if total == 0:
        return nothing_yet(say("Formeel en informeel"), found.year)
    if total is None or informal is None:
        return too_small(say("Formeel en informeel"))
    if informal == 0:
        return say("Alle inbreng van %(year)s is formeel of zelf geschreven.", year=found.year)
    if informal == total:
        return say("Alle inbreng van %(year)s kwam informeel.", year=found.year)
    return say("%(count)s van de %(all)s keer hoorden we iets informeel.", count=informal, all=total)
