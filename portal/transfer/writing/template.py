"""An empty list to fill in, with examples that explain it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.foundation.wording import Wording
from portal.transfer.types import DUTCH, Language, SheetSpec, TransferFormat
from portal.transfer.writing.delimited import write_csv
from portal.transfer.writing.workbook import write_xlsx


def write_template(
    spec: SheetSpec,
    file_format: TransferFormat,
    example_rows: Sequence[Mapping[str, Any]] = (),
    *,
    title: Wording | None = None,
    languages: Sequence[Language] = (DUTCH,),
) -> bytes:
    """The template as a file.

    In a workbook the examples stand on the sheet with the explanation. A CSV file has one table only, and
    whatever stands in it would be read as a real row: it has its headers alone.
    """
    if file_format is TransferFormat.XLSX:
        return write_xlsx(spec, (), title=title, languages=languages, examples=example_rows)
    return b"".join(write_csv(spec, (), languages=languages))
