"""One pass over the XML of a workbook before anything of it is kept: how much, how far, what is hidden."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser
from openpyxl.utils import column_index_from_string

from portal.foundation.wording import say
from portal.transfer.reading.archive import BROKEN
from portal.transfer.reading.refusals import damaged, refused, too_many_cells, too_many_rows
from portal.transfer.types import TITLE_ROWS, Limits, UnreadableFile

_LAST_ROW = 1_048_576
_CONTENT = {"v", "f", "is"}
_CELL_LETTERS = re.compile(r"([A-Z]{1,3})\d+")
_XML_NAMES = (".xml", ".rels")
# The library keeps these parts whole in memory, so they get a limit of their own.
_KEPT_WHOLE = {"styleSheet", "workbook", "Types", "Relationships", "Properties", "coreProperties", "theme"}
_STRICT = "http://purl.oclc.org/ooxml/"
_MOST_REMARKS = 100  # more merged areas or hidden columns are not worth a remark each


@dataclass
class SheetFacts:
    """What one sheet holds besides its values: how far it reaches, what is hidden, what is merged."""

    filled_rows: set[int] = field(default_factory=set)
    cells: int = 0
    last_column: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


def survey_sheets(archive: zipfile.ZipFile, limits: Limits) -> dict[str, SheetFacts]:
    """Read all XML of the workbook once without keeping it; the facts of each sheet by its archive name.

    Any part may be XML, whatever its name; one that is not (a picture) ends at its first byte.
    """
    sheets: dict[str, SheetFacts] = {}
    elements = 0
    for name in archive.namelist():
        survey = _Survey(limits, elements)
        must_be_xml = name.lower().endswith(_XML_NAMES)
        try:
            with archive.open(name) as part:
                _parse(part, survey)
        except DefusedXmlException as error:
            if must_be_xml:
                raise UnreadableFile(
                    say("Dit bestand bevat verborgen verwijzingen die gevaar geven. Het is niet gelezen.")
                ) from error
        except (SAXException, *BROKEN) as error:
            if must_be_xml:
                raise damaged() from error
        elements = survey.elements
        if survey.is_sheet:
            sheets[name] = survey.facts
    return sheets


def _parse(part: IO[bytes], survey: _Survey) -> None:
    parser = make_parser()
    parser.forbid_dtd = True  # entities and outside references are refused by default
    parser.setContentHandler(survey)
    parser.parse(part)


class _Survey(ContentHandler):
    """Counts and notes while the XML passes; stops as soon as a limit is passed."""

    def __init__(self, limits: Limits, elements: int) -> None:
        super().__init__()
        self.limits = limits
        self.elements = elements
        self.facts = SheetFacts()
        self.is_sheet = False
        self._row = 0
        self._column = 0
        self._cell_holds = False
        self._last_element = limits.xml_elements
        self._first = True

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 (name given by xml.sax)
        self.elements += 1
        if self.elements > self._last_element:
            raise too_many_cells()
        local = name.rpartition(":")[2]
        if self._first:
            self._begin_part(local, attrs)
        if self.is_sheet:
            self._note_element(local, attrs)

    def _begin_part(self, local: str, attrs: AttributesImpl) -> None:
        self._first = False
        self.is_sheet = local == "worksheet"
        if local in _KEPT_WHOLE:
            self._last_element = min(self._last_element, self.elements + self.limits.kept_elements)
        if any(value.startswith(_STRICT) for name, value in attrs.items() if name.startswith("xmlns")):
            raise refused(say("Dit is een werkmap van het type “Strict Open XML”."))

    def _note_element(self, local: str, attrs: AttributesImpl) -> None:
        if local == "c":
            self._start_cell(attrs.get("r"))
        elif local in _CONTENT:
            self._hold_cell()
        elif local == "row":
            self._start_row(attrs)
        elif local == "mergeCell" and len(self.facts.merged) < _MOST_REMARKS:
            self.facts.merged.append(attrs.get("ref") or "")
        elif local == "col" and _is_hidden(attrs) and len(self.facts.hidden_columns) < _MOST_REMARKS:
            self.facts.hidden_columns.append((int(attrs.get("min") or 0), int(attrs.get("max") or 0)))

    def _start_row(self, attrs: AttributesImpl) -> None:
        number = attrs.get("r")
        before = self._row
        self._row = int(float(number)) if number else before + 1
        if not before < self._row <= _LAST_ROW:  # rows in another order would be lost without a word
            raise damaged()
        self._column = 0
        if _is_hidden(attrs):
            self.facts.hidden_rows.add(self._row)

    def _start_cell(self, reference: str | None) -> None:
        self._cell_holds = False
        found = _CELL_LETTERS.fullmatch(reference) if reference else None
        self._column = int(column_index_from_string(found[1])) if found else self._column + 1

    def _hold_cell(self) -> None:
        """A cell may hold a formula and its outcome; it counts once, and so does its row."""
        if self._cell_holds or not self._row:
            return
        self._cell_holds = True
        facts = self.facts
        facts.cells += 1
        facts.last_column = max(facts.last_column, self._column)
        facts.filled_rows.add(self._row)
        if len(facts.filled_rows) > self.limits.rows + TITLE_ROWS:
            raise too_many_rows(self.limits)
        if facts.cells > self.limits.cells:
            raise too_many_cells()


def _is_hidden(attrs: AttributesImpl) -> bool:
    return attrs.get("hidden") in {"1", "true"}
