"""What the figures of voice share: counts that may not be shown, sources, and the survey beside them."""

from __future__ import annotations

from fractions import Fraction

from portal.dashboards.figures.words import amount, joined, written
from portal.dashboards.types import Number, Text, Unit
from portal.dashboards.voice.types import Count
from portal.foundation.wording import Wording, say

HIDDEN = say("niet getoond")
HIDING = say("Groepen van minder dan vijf tonen we niet buiten het netwerk, en ook niet wat zo te berekenen is.")
VOICE_SOURCE = say("Inbreng en antwoorden in dit portaal.")
MEETING_SOURCE = say("Overleg, aanwezigheden, leesrondes en contactmomenten in dit portaal.")
COUNTING = say("Elke inbreng telt één keer, in het jaar waarin ze ontvangen is. Ingetrokken inbreng telt niet mee.")

# What the network coordinators answered, as Dēmos told it; the researchers gave no exact numbers with it.
NOT_STEERING = Fraction(1, 3)  # "in ruwweg 1 netwerk op de 3 was die inbreng niet richtinggevend"
AS_VALUABLE = Fraction(8, 10)  # "bijna 8 op 10": informal moments give input that is worth as much as formal meetings
SURVEY = say(
    "Bevraging van netwerkcoördinatoren door OASeS (Universiteit Antwerpen), in de toespraak van Dēmos voor de "
    "lokale netwerken, rond 2016. De toespraak geeft geen juistere cijfers."
)
CAUTION = say(
    "De bevraging telde netwerken of coördinatoren, dit portaal telt inbreng. Vergelijk de twee niet als gelijke "
    "getallen."
)


def too_small(what: Text) -> Wording:
    """The title of a figure that may not be shown outside."""
    return say("%(what)s: de groepen zijn te klein om ze te tonen.", what=what)


def nothing_yet(what: Text, year: int) -> Wording:
    return say("%(what)s: in %(year)s is er nog geen inbreng.", what=what, year=year)


def with_survey(source: Wording) -> Wording:
    return joined(source, SURVEY)


def with_hiding(definition: Wording, is_outside: bool) -> Wording:
    return joined(definition, HIDING) if is_outside else definition


def told_count(count: Count) -> Text:
    return HIDDEN if count is None else amount(count, Unit.COUNT)


def told_share(share: Fraction | None, count: Count) -> Text:
    """A share beside its count: hidden with it, and a dash when there is nothing to share."""
    return HIDDEN if count is None else amount(share, Unit.SHARE)


def days_text(days: Number) -> Text:
    """ "1 dag", "12 dagen"; half a day is said too."""
    return say("1 dag") if days == 1 else say("%(count)s dagen", count=amount(days, Unit.COUNT))


def year_text(year: int) -> Text:
    return written(year)
