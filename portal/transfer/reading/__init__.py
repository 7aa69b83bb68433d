"""Reading a spreadsheet: what kind of file it is, what it holds, and what each cell means."""

from portal.transfer.reading.rows import read_rows
from portal.transfer.reading.tables import read_table

__all__ = ["read_rows", "read_table"]
