"""What a reader chose about rows: which stay out, which suggestions are taken; and the file with what stayed out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from portal.foundation.wording import Wording, say
from portal.transfer import uploads
from portal.transfer.columns import REASON
from portal.transfer.lists.listing import CheckedRow
from portal.transfer.packing import Unpackable, pack, unpack
from portal.transfer.preview import Preview
from portal.transfer.reading import read_rows
from portal.transfer.types import Language, RawTable, SheetSpec, Typed
from portal.transfer.uploads import Part


@dataclass(frozen=True)
class Choice:
    """All rows that it can be about, or those with these numbers: rows that stay out, or suggestions that are taken."""

    everything: bool = False
    rows: frozenset[int] = field(default_factory=frozenset)

    def covers(self, number: int) -> bool:
        return self.everything or number in self.rows

    def after_page(self, *, shown: Iterable[int], ticked: Iterable[int], everything: bool) -> Choice:
        """The choice when somebody ticked rows on one page; what other pages say stays."""
        seen = frozenset(shown)
        return Choice(everything, (self.rows - seen) | (seen & frozenset(ticked)))


def read_choice(folder: Path, token: str, part: Part = Part.CHOICE) -> Choice:
    """What was chosen so far; nothing is left out when nobody chose. `part` Part.TAKEN: suggestions that are taken."""
    try:
        kept = json.loads(uploads.read(folder, token, part) or b"{}")
        return Choice(bool(kept.get("everything")), frozenset(int(number) for number in kept.get("rows", ())))
    except (ValueError, TypeError, AttributeError):
        return Choice()


def keep_choice(folder: Path, token: str, choice: Choice, part: Part = Part.CHOICE) -> None:
    """In a file: a choice must not wait for somebody who is saving a long list."""
    kept = json.dumps({"everything": choice.everything, "rows": sorted(choice.rows)})
    uploads.keep(folder, token, part, kept.encode())


def keep_rows(
    folder: Path,
    token: str,
    *,
    preview: Preview,
    table: RawTable,
    rows: Sequence[CheckedRow],
    languages: Sequence[Language],
) -> None:
    """Keep rows that were left out as they were typed, with the reasons."""
    reasons = {row.number: tuple(_reasons(row)) for row in rows}
    typed = {row.number: row for row in table.rows if row.number in reasons}
    kept = []
    for row in read_rows(replace(table, rows=tuple(typed.values())), preview.spec, preview.match, languages):
        refused = {problem.key for problem in row.problems}
        values = {
            key: Typed(typed[row.number].cell(at)) if key in refused else row.values[key]
            for key, at in preview.match.positions.items()
        }
        kept.append((values, reasons[row.number]))
    uploads.keep(folder, token, Part.LEFT_OUT, pack(kept))


def rows_to_mend(
    folder: Path, token: str, spec: SheetSpec, language: Language
) -> tuple[SheetSpec, list[Mapping[str, Any]]] | None:
    """The rows that were left out as a list with the columns of their file, the last one telling why; None when gone.

    A column that was not in the file is not added: empty, it would wipe out what a record has.
    """
    try:
        kept = unpack(uploads.read(folder, token, Part.LEFT_OUT) or b"")
    except Unpackable:
        return None
    found = {key for values, _reasons_ in kept for key in values}
    columns = tuple(column for column in spec.columns if column.key in found)
    rows: list[Mapping[str, Any]] = [
        {**values, REASON.key: " ".join(language.words(one) for one in reasons)} for values, reasons in kept
    ]
    return SheetSpec(spec.name, spec.title, (*columns, REASON)), rows


def _reasons(row: CheckedRow) -> Iterator[Wording]:
    """Why a row cannot be saved, the cells by their heading: in the new file they stand elsewhere."""
    for problem in row.problems:
        if problem.header:
            yield say("%(header)s: %(reason)s", header=problem.header, reason=problem.reason)
        else:
            yield problem.reason
    yield from (finding.sentence for finding in row.findings if finding.blocks)
