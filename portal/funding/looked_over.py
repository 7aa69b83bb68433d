"""The columns of a record that a second person looks over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Code, Codes, Moment
from portal.foundation.wording import Wording, say
from portal.funding.types import ApprovalState

LABELS_OF_APPROVAL: dict[str, Wording] = {
    "approval": say("goedkeuring"),
    "submitted_by": say("ingediend door"),
    "submitted_at": say("ingediend op"),
    "decided_by": say("nagekeken door"),
    "decided_at": say("nagekeken op"),
    "approval_remark": say("opmerking bij het terugsturen"),
}
UNTOLD_OF_APPROVAL = frozenset({"typed_by", "submitted_by_id", "decided_by_id"})


class LookedOver:
    """Accounts stand here by number, without a key: an approval outlives whoever gave it."""

    typed_by: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())
    approval: Mapped[ApprovalState] = mapped_column(Code(ApprovalState), default=ApprovalState.NOT_SUBMITTED)
    submitted_by_id: Mapped[int | None]
    submitted_by: Mapped[str] = mapped_column(String(150), default="")
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by_id: Mapped[int | None]
    decided_by: Mapped[str] = mapped_column(String(150), default="")
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    approval_remark: Mapped[str] = mapped_column(Text, default="")
