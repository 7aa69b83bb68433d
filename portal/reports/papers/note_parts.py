"""What people type for an agreement note, and the three forms of that note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from portal.foundation.wording import Wording, say
from portal.plans.types import SpendingCategory
from portal.reports.types import PartDefinition

USES = {
    SpendingCategory.PARTICIPATION: PartDefinition(
        "use-participation",
        say("Categorie 1: deelnemen aan vrije tijd betalen"),
        say("Hoe gebruikt het netwerk het geld om mensen in armoede te laten deelnemen, lid te maken, uit te rusten?"),
        is_needed=True,
    ),
    SpendingCategory.INITIATIVES: PartDefinition(
        "use-initiatives",
        say("Categorie 2: initiatieven van of voor mensen in armoede steunen"),
        say("Welke initiatieven in sport, jeugdwerk en cultuur steunt het netwerk, en hoe?"),
        is_needed=True,
    ),
}
DRAFTING = PartDefinition(
    "drafting",
    say("Hoe de partners meeschreven aan de nota"),
    say("Welke partners waren betrokken bij het opstellen, en hoe? Vergeet de vereniging van mensen in armoede niet."),
    is_needed=True,
)
EXECUTION = PartDefinition(
    "execution",
    say("Hoe de partners opvolgen en uitvoeren"),
    say("Hoe volgen de partners de nota op, en hoe voeren ze ze mee uit?"),
    is_needed=True,
)
ENVIRONMENT = PartDefinition(
    "environment",
    say("Omgevingsanalyse"),
    say("Wie leeft er in armoede in de gemeente? Welke drempels zijn er? Wat bestaat er al, en wat ontbreekt?"),
    is_needed=True,
    most=20_000,
)
VISION = PartDefinition(
    "vision",
    say("Visie op drempels"),
    say("Hoe kijkt het netwerk naar drempels in de vrije tijd? Die visie past bij de visie van de IGS cultuur."),
    is_needed=True,
    most=12_000,
)
REGION = PartDefinition(
    "environment",
    say("Omgevingsanalyse van de regio"),
    say("Welke drempels zijn er in de regio, en hoe pakt het netwerk ze aan?"),
    is_needed=True,
    most=20_000,
)
BUSINESS_PLAN = PartDefinition(
    "business-plan",
    say("Zakelijk plan"),
    say("Wie werkt eraan, met welk geld, en hoe blijft het gezond? Vertel over mensen, middelen en risico's."),
    is_needed=True,
    most=12_000,
)


class Period(Protocol):
    """A network, as far as the years of its note go."""

    @property
    def note_first_year(self) -> int: ...

    @property
    def note_last_year(self) -> int: ...

    @property
    def supra_local_from(self) -> int | None: ...


@dataclass(frozen=True)
class NoteForm:
    """One form of the note: its names, the texts it asks, and the years for which it holds (no last year: open)."""

    title: Wording
    subtitle: Wording
    parts: tuple[PartDefinition, ...]
    period: Callable[[Period], tuple[int, int | None]]
    is_supra_local: bool = False


def _own_period(network: Period) -> tuple[int, int | None]:
    return network.note_first_year, network.note_last_year


def _transition(_network: Period) -> tuple[int, int | None]:
    return 2027, 2032


def _supra_local(network: Period) -> tuple[int, int | None]:
    return max(2027, network.supra_local_from or 2033), None


FORMS = {
    "FL-PD": NoteForm(
        say("Afsprakennota"),
        say("Nota vrijetijdsparticipatie volgens het Participatiedecreet"),
        (*USES.values(), DRAFTING, EXECUTION),
        _own_period,
    ),
    "FL-BCD-T": NoteForm(
        say("Overgangsnota"),
        say("Nota van het lokaal netwerk onder de overgangsmaatregel"),
        (ENVIRONMENT, DRAFTING, EXECUTION),
        _transition,
    ),
    "FL-BCD-B": NoteForm(
        say("Bovenlokale nota"),
        say("Nota van het bovenlokaal netwerk van een IGS cultuur"),
        (VISION, REGION, DRAFTING, EXECUTION, BUSINESS_PLAN),
        _supra_local,
        is_supra_local=True,
    ),
}
