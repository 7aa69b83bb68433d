"""One paper, written: as plain text, a page, a PDF, a document, a workbook, or a list of values."""
