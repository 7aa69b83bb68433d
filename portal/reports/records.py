"""A paper as plain values and back, exactly: what is frozen is read again as the same paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from portal.foundation.finding import Certainty, Finding, Severity
from portal.foundation.wording import Wording
from portal.reports.types import (
    Block,
    Bullets,
    Cell,
    CellKind,
    Chart,
    Column,
    DataState,
    Facts,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    Remark,
    Text,
    Written,
)

FORMAT = 1
Record = Mapping[str, Any]


def paper_record(paper: Paper) -> dict[str, Any]:
    """The whole paper as values that JSON holds."""
    return {
        "format": FORMAT,
        "kind": paper.kind.value,
        "title": _packed(paper.title),
        "subtitle": _packed(paper.subtitle),
        "network": paper.network,
        "year": paper.year,
        "state": {"at": paper.state.at.isoformat(), "revision": paper.state.revision},
        "blocks": [_block_record(block) for block in paper.blocks],
        "findings": [_finding_record(one) for one in paper.findings],
        "missing": [_missing_record(one) for one in paper.missing],
    }


def paper_from(record: Record) -> Paper:
    """The paper of which `paper_record` made the values; refuses another way of writing them."""
    if record.get("format") != FORMAT:
        raise ValueError(f"a paper of format {record.get('format')!r} is not known")
    state = record["state"]
    return Paper(
        kind=PaperKind(record["kind"]),
        title=_unpacked(record["title"]),
        subtitle=_unpacked(record["subtitle"]),
        network=record["network"],
        year=record["year"],
        state=DataState(datetime.fromisoformat(state["at"]), state["revision"]),
        blocks=tuple(_block_from(one) for one in record["blocks"]),
        findings=tuple(_finding_from(one) for one in record["findings"]),
        missing=tuple(_missing_from(one) for one in record["missing"]),
    )


def _packed(value: Cell) -> Any:
    match value:
        case Wording():
            return {"wording": value.as_record()}
        case date():
            return {"date": value.isoformat()}
        case _:
            return value


def _unpacked(value: Any) -> Any:
    match value:
        case {"wording": record}:
            return Wording.from_record(record)
        case {"date": on}:
            return date.fromisoformat(on)
        case _:
            return value


def _block_record(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"block": "heading", "text": _packed(text), "level": level}
        case Paragraph(text):
            return {"block": "paragraph", "text": _packed(text)}
        case Written(text, part):
            return {"block": "written", "text": text, "part": part}
        case Bullets(items):
            return {"block": "bullets", "items": [_packed(item) for item in items]}
        case Facts(rows):
            return {"block": "facts", "rows": [[_packed(name), _packed(value)] for name, value in rows]}
        case Grid():
            return {"block": "grid", **_grid_record(block)}
        case Chart(title, svg, grid):
            return {"block": "chart", "title": _packed(title), "svg": svg, "grid": _grid_record(grid)}
        case Remark(text, severity):
            return {"block": "remark", "text": _packed(text), "severity": severity.value}


def _block_from(record: Record) -> Block:
    return _READERS[record["block"]](record)


def _text(record: Record, name: str = "text") -> Text:
    found: Text = _unpacked(record[name])
    return found


_READERS: dict[str, Callable[[Record], Block]] = {
    "heading": lambda record: Heading(_text(record), record["level"]),
    "paragraph": lambda record: Paragraph(_text(record)),
    "written": lambda record: Written(record["text"], record["part"]),
    "bullets": lambda record: Bullets(tuple(_unpacked(item) for item in record["items"])),
    "facts": lambda record: Facts(tuple((_unpacked(name), _unpacked(value)) for name, value in record["rows"])),
    "grid": lambda record: _grid_from(record),  # noqa: PLW0108 - defined further down
    "chart": lambda record: Chart(_text(record, "title"), record["svg"], _grid_from(record["grid"])),
    "remark": lambda record: Remark(_text(record), Severity(record["severity"])),
}


def _grid_record(grid: Grid) -> dict[str, Any]:
    return {
        "caption": _packed(grid.caption),
        "columns": [[_packed(one.title), one.kind.value, one.key] for one in grid.columns],
        "rows": [[_packed(cell) for cell in row] for row in grid.rows],
        "total": None if grid.total is None else [_packed(cell) for cell in grid.total],
        "key": grid.key,
        "when_empty": _packed(grid.when_empty),
    }


def _grid_from(record: Record) -> Grid:
    total = record["total"]
    return Grid(
        caption=_text(record, "caption"),
        columns=tuple(Column(_unpacked(title), CellKind(kind), key) for title, kind, key in record["columns"]),
        rows=tuple(tuple(_unpacked(cell) for cell in row) for row in record["rows"]),
        total=None if total is None else tuple(_unpacked(cell) for cell in total),
        key=record["key"],
        when_empty=_text(record, "when_empty"),
    )


def _finding_record(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "sentence": finding.sentence.as_record(),
        "source": finding.source,
        "field": finding.field,
        "certainty": finding.certainty.value,
    }


def _finding_from(record: Record) -> Finding:
    return Finding(
        rule=record["rule"],
        severity=Severity(record["severity"]),
        sentence=Wording.from_record(record["sentence"]),
        source=record["source"],
        field=record["field"],
        certainty=Certainty(record["certainty"]),
    )


def _missing_record(missing: Missing) -> dict[str, Any]:
    return {
        "sentence": missing.sentence.as_record(),
        "count": missing.count,
        "blocks": missing.blocks,
        "endpoint": missing.endpoint,
        "values": [[name, value] for name, value in missing.values],
    }


def _missing_from(record: Record) -> Missing:
    return Missing(
        sentence=Wording.from_record(record["sentence"]),
        count=record["count"],
        blocks=record["blocks"],
        endpoint=record["endpoint"],
        values=tuple((name, value) for name, value in record["values"]),
    )
