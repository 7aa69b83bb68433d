"""The table of papers that a second person looks over, with the paper as it was submitted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Code, OfNetwork
from portal.foundation.wording import say
from portal.funding.looked_over import LABELS_OF_APPROVAL, UNTOLD_OF_APPROVAL, LookedOver
from portal.reports.types import PaperKind


class PaperApproval(LookedOver, OfNetwork, Base):
    """How far the second pair of eyes is with a paper; `approved` stays readable when a newer one is submitted."""

    __tablename__ = "paper_approval"
    __table_args__ = (UniqueConstraint("network_id", "year", "kind"),)
    frozen_with = "years"
    noun = say("papier om na te kijken")
    labels = {"year": say("jaar"), "kind": say("papier"), **LABELS_OF_APPROVAL, "approved_by": say("goedgekeurd door")}
    unrecorded = UNTOLD_OF_APPROVAL | {"submitted", "submitted_digest", "approved", "approved_digest"}

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    kind: Mapped[PaperKind] = mapped_column(Code(PaperKind))
    submitted: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    submitted_digest: Mapped[str] = mapped_column(String(64), default="")
    approved: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    approved_digest: Mapped[str] = mapped_column(String(64), default="")
    approved_by: Mapped[str] = mapped_column(String(150), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def years(self) -> tuple[int, ...]:
        """The year with which it is kept; an agreement note is of a whole period, so no single year keeps it."""
        return () if self.kind is PaperKind.AGREEMENT_NOTE else (self.year,)

    def __str__(self) -> str:
        return f"{self.kind.value} {self.year}"
