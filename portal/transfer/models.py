"""Table of the files that people sent to be read in, from waiting to saved."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import Wording, say


class UploadState(StrEnum):
    """Where a file stands; from waiting it is saved, discarded, or fails and can be tried again."""

    WAITING = "waiting"
    SAVING = "saving"
    DONE = "done"
    FAILED = "failed"
    DISCARDED = "discarded"


UPLOAD_STATE_LABELS = {
    UploadState.WAITING: say("wacht op nazicht"),
    UploadState.SAVING: say("wordt bewaard"),
    UploadState.DONE: say("bewaard"),
    UploadState.FAILED: say("mislukt"),
    UploadState.DISCARDED: say("weggegooid"),
}


class Upload(OfNetwork, Base):
    """A spreadsheet that somebody sent; the file itself lies in the folder for uploads under its token."""

    __tablename__ = "upload"
    __table_args__ = (Index("ix_upload_network", "network_id", "id"),)
    noun = say("ingelezen bestand")
    labels = {
        "listing": say("lijst"),
        "year": say("jaar"),
        "filename": say("bestandsnaam"),
        "account_id": say("van wie"),
        "state": say("stand"),
        "total_rows": say("rijen"),
        "saved_rows": say("bewaarde rijen"),
        "left_out_rows": say("weggelaten rijen"),
        "created_at": say("opgeladen"),
        "started_at": say("begonnen met bewaren"),
    }
    unrecorded = frozenset({"token", "columns", "failure"})

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(64), unique=True)
    listing: Mapped[str] = mapped_column(String(40))
    year: Mapped[int | None]
    filename: Mapped[str] = mapped_column(String(200))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    state: Mapped[UploadState] = mapped_column(Code(UploadState), default=UploadState.WAITING)
    total_rows: Mapped[int] = mapped_column(default=0)
    saved_rows: Mapped[int] = mapped_column(default=0)
    left_out_rows: Mapped[int] = mapped_column(default=0)
    columns: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # place in the file -> key of a column, or ""
    failure: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment)
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def chosen(self) -> dict[int, str | None]:
        """What the reader chose: what each place of the file holds; None when it is not to be read."""
        return {int(place): key or None for place, key in (self.columns or {}).items() if place.isdigit()}

    @property
    def failure_wording(self) -> Wording | None:
        return Wording.from_record(self.failure) if self.failure else None

    def __str__(self) -> str:
        return self.filename
