"""Every paper that the portal makes: for whom, in which files, what people type for it, and who builds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from portal.foundation.actor import Role
from portal.foundation.wording import Wording
from portal.network.models import Network
from portal.reports.types import Paper, PaperFormat, PaperKind

WORKERS = frozenset({Role.COORDINATOR, Role.PARTNER, Role.VIEWER})


@dataclass(frozen=True)
class PartDefinition:
    """A text that a coordinator types for a paper, such as how partners were involved; `most` characters."""

    key: str
    label: Wording
    explanation: Wording
    is_needed: bool = False
    most: int = 8000


@dataclass(frozen=True)
class PaperDefinition:
    """How one kind of paper is made. `build` reads; `refuse` tells why there is no such paper for a year, or None."""

    kind: PaperKind
    explanation: Wording
    formats: tuple[PaperFormat, ...]
    build: Callable[[Network, int], Paper]
    refuse: Callable[[Network, int], Wording | None]
    parts: tuple[PartDefinition, ...] = ()
    readers: frozenset[Role] = WORKERS
    parts_of: Callable[[Network, int], tuple[PartDefinition, ...]] | None = None  # where the form differs by year
    text_year: Callable[[Network, int], int] | None = None  # where one text holds for several years

    def parts_for(self, network: Network, year: int) -> tuple[PartDefinition, ...]:
        """The texts that people type for this paper of a year."""
        return self.parts_of(network, year) if self.parts_of is not None else self.parts

    def text_year_for(self, network: Network, year: int) -> int:
        """The year under which those texts are kept."""
        return self.text_year(network, year) if self.text_year is not None else year


DEFINITIONS: tuple[PaperDefinition, ...] = ()


def find_definition(kind: PaperKind) -> PaperDefinition | None:
    return next((one for one in DEFINITIONS if one.kind is kind), None)
