"""A file is read once and checked once for each state of the network; what came out lies packed beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from portal.transfer import queries, uploads
from portal.transfer.left_out import Choice, read_choice
from portal.transfer.lists import LISTINGS, Place
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake
from portal.transfer.models import Upload
from portal.transfer.packing import Unpackable, pack, unpack
from portal.transfer.preview import NOTHING_YET, Beat, Preview, check_table, pack_preview, unpack_preview
from portal.transfer.types import Language, RawTable
from portal.transfer.uploads import Part

RELEASE = 3  # counts up when the shape of what is packed changes
_MARK = 32  # bytes of a digest, in front of what is packed


@dataclass
class Look:
    """One look at a file; `revision` is the state of the network that it was held against."""

    upload: Upload
    place: Place
    languages: Sequence[Language]
    folder: Path
    revision: int
    preview: Preview
    taken: Choice = field(default_factory=Choice)
    made_by: Intake | None = None

    @property
    def intake(self) -> Intake:
        """What saves the rows; when they were checked before, all that it needs of the network is read now."""
        if self.made_by is None:
            columns = FoundColumns.of(self.preview.spec, self.preview.headings, self.preview.match)
            self.made_by = LISTINGS[self.upload.listing].take_in(self.place, columns)
        return self.made_by

    def table(self) -> RawTable | None:
        return _find_table(self.upload, place=self.place, languages=self.languages, folder=self.folder)

    def rows_to_save(self) -> list[CheckedRow]:
        return [row.with_records(self.intake.find_record) for row in self.preview.rows if row.is_good]

    def wrong_rows(self) -> list[CheckedRow]:
        return [row for row in self.preview.rows if row.is_wrong]

    def move_on(self, revision: int) -> None:
        """What was checked also holds for this later state of the network."""
        _restamp(self, revision)
        self.revision = revision


def look(
    upload: Upload,
    *,
    place: Place,
    languages: Sequence[Language],
    folder: Path,
    beat: Beat | None = None,
    keeps: bool = True,
) -> Look | None:
    """The file as it was checked before when nothing changed since, else checked now; None when it is gone.

    Without `keeps` nothing is kept: a state of the network that is not committed may never have been.
    """
    revision = queries.get_revision(place.network.id)  # before all else: what changes later is then seen to be later
    taken = read_choice(folder, upload.token, Part.TAKEN)
    found = Look(upload, place, languages, folder, revision, preview=NOTHING_YET, taken=taken)
    kept = _kept(found) if keeps else None
    if kept is not None:
        found.preview = kept
        return found
    table = found.table()
    if table is None:
        return None
    found.preview, found.made_by = check_table(
        table,
        listing=LISTINGS[upload.listing],
        place=place,
        languages=languages,
        chosen=upload.chosen,
        takes=taken.covers,
        **({"beat": beat} if beat else {}),
    )
    if keeps:
        uploads.keep(folder, upload.token, Part.CHECKED, _mark(found, revision) + pack_preview(found.preview))
    return found


def _kept(found: Look) -> Preview | None:
    """What was checked before, when it still holds."""
    packed = uploads.read(found.folder, found.upload.token, Part.CHECKED) or b""
    if not packed.startswith(_mark(found, found.revision)):
        return None
    try:
        return unpack_preview(packed[_MARK:])
    except Unpackable:
        return None


def keep_table(folder: Path, token: str, table: RawTable) -> None:
    uploads.keep(folder, token, Part.TABLE, pack((RELEASE, table)))


def _find_table(upload: Upload, *, place: Place, languages: Sequence[Language], folder: Path) -> RawTable | None:
    """The table of a kept file, read again only when it is not kept as a table; None when the file is gone."""
    try:
        release, table = unpack(uploads.read(folder, upload.token, Part.TABLE) or b"")
        if release == RELEASE:
            return cast(RawTable, table)
    except Unpackable:
        pass
    data = uploads.read(folder, upload.token, Part.FILE)
    if data is None:
        return None
    found = LISTINGS[upload.listing].read(place, data, upload.filename, languages)
    keep_table(folder, upload.token, found)
    return found


def _mark(found: Look, revision: int) -> bytes:
    """Everything on which the outcome of checking depends."""
    depends_on = (
        RELEASE,
        sorted(found.upload.chosen.items()),
        (found.taken.everything, sorted(found.taken.rows)),
        [language.code for language in found.languages],
        found.place.today,
        found.place.overrides,
        revision,
    )
    return hashlib.sha256(repr(depends_on).encode()).digest()


def _restamp(found: Look, revision: int) -> None:
    kept = uploads.read(found.folder, found.upload.token, Part.CHECKED) or b""
    if kept.startswith(_mark(found, found.revision)):
        uploads.keep(found.folder, found.upload.token, Part.CHECKED, _mark(found, revision) + kept[_MARK:])
