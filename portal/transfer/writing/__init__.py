"""Writing a list as a file that opens in any spreadsheet program and reads back to the same values."""

from portal.transfer.writing.delimited import write_csv
from portal.transfer.writing.template import write_template
from portal.transfer.writing.workbook import save_xlsx, write_xlsx

__all__ = ["save_xlsx", "write_csv", "write_template", "write_xlsx"]
