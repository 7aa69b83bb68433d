"""Every paper that the portal makes: for whom, in which files, what people type for it, and who builds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from portal.foundation.actor import Role
from portal.foundation.wording import Wording, say
from portal.network.models import Network
from portal.reports.sources import (
    agreement_note,
    council_note,
    evidence,
    federal_report,
    handover,
    justification,
    year_plan,
)
from portal.reports.types import Paper, PaperFormat, PaperKind, PartDefinition

__all__ = ["DEFINITIONS", "WORKERS", "PaperDefinition", "PartDefinition", "find_definition"]

WORKERS = frozenset({Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER})


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
    has_gaps: bool = True  # False: nothing keeps it from being final, so that a list need not make it
    parts_of: Callable[[Network, int], tuple[PartDefinition, ...]] | None = None  # where the form differs by year
    text_year: Callable[[Network, int], int] | None = None  # where one text holds for several years

    def parts_for(self, network: Network, year: int) -> tuple[PartDefinition, ...]:
        """The texts that people type for this paper of a year."""
        return self.parts_of(network, year) if self.parts_of is not None else self.parts

    def text_year_for(self, network: Network, year: int) -> int:
        """The year under which those texts are kept."""
        return self.text_year(network, year) if self.text_year is not None else year


DEFINITIONS: tuple[PaperDefinition, ...] = (
    PaperDefinition(
        kind=PaperKind.AGREEMENT_NOTE,
        explanation=say("Wat het netwerk in de hele periode wil doen met het Vlaamse geld, en met wie."),
        formats=(PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.XLSX),
        build=agreement_note.build,
        refuse=agreement_note.refuse,
        parts_of=agreement_note.parts_of,
        text_year=agreement_note.text_year,
    ),
    PaperDefinition(
        kind=PaperKind.YEAR_PLAN,
        explanation=say("Elke actie van het jaar met wie ze doet, en wat elke bron ervan betaalt."),
        formats=(PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.XLSX),
        build=year_plan.build,
        refuse=year_plan.refuse,
        parts=year_plan.PARTS,
    ),
    PaperDefinition(
        kind=PaperKind.JUSTIFICATION,
        explanation=say("Wat er met het Vlaamse geld gebeurde: wat, met wie, voor hoeveel, en wie mee stuurde."),
        formats=(PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.XLSX),
        build=justification.build,
        refuse=justification.refuse,
        parts=justification.PARTS,
    ),
    PaperDefinition(
        kind=PaperKind.FEDERAL_REPORT,
        explanation=say("De lijnen per categorie, het overzicht en de personeelskosten voor de federale overheid."),
        formats=(PaperFormat.XLSX, PaperFormat.CSV, PaperFormat.PDF, PaperFormat.DOCX),
        build=federal_report.build,
        refuse=federal_report.refuse,
    ),
    PaperDefinition(
        kind=PaperKind.EVIDENCE,
        explanation=say("Elke uitgave met haar bewijs. Wat ontbreekt, staat eerst."),
        formats=(PaperFormat.PDF, PaperFormat.XLSX, PaperFormat.CSV),
        build=evidence.build,
        refuse=evidence.refuse,
        readers=frozenset({Role.COORDINATOR, Role.PARTNER}),  # names of files may say too much
    ),
    PaperDefinition(
        kind=PaperKind.HANDOVER,
        explanation=say("Voor wie coördinator wordt: wie, wat, wanneer, hoeveel, en wat er beloofd is."),
        formats=(PaperFormat.PDF, PaperFormat.DOCX),
        build=handover.build,
        has_gaps=False,
        refuse=handover.refuse,
        parts=handover.PARTS,
        readers=frozenset({Role.COORDINATOR}),
    ),
    PaperDefinition(
        kind=PaperKind.COUNCIL_NOTE,
        explanation=say("Eén bladzijde in gewone woorden, voor de gemeenteraad en voor wie in de gemeente woont."),
        formats=(PaperFormat.PDF, PaperFormat.DOCX),
        build=council_note.build,
        has_gaps=False,
        refuse=council_note.refuse,
        parts=council_note.PARTS,
    ),
)


def find_definition(kind: PaperKind) -> PaperDefinition | None:
    return next((one for one in DEFINITIONS if one.kind is kind), None)
