"""A paper as a text document that office programs open, with real headings, tables and drawings."""

from portal.reports.writing.docx.document import paper_docx

__all__ = ["paper_docx"]
