"""Typing the texts of a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.extensions import db
from portal.foundation.nameless import check_nameless
from portal.reports import queries
from portal.reports.models import PaperText
from portal.reports.types import PaperKind, PartDefinition


def write_texts(
    network_id: int, *, year: int, kind: PaperKind, parts: Sequence[PartDefinition], texts: Mapping[str, str]
) -> None:
    """Keep what was typed for each part of a paper; a part that was never typed and stays empty gets no row."""
    held = {one.part: one for one in queries.list_paper_texts(network_id, year, kind)}
    for part in parts:
        text = texts.get(part.key, "").strip()
        check_nameless(text, f"text_{part.key}")
        if part.key in held:
            held[part.key].text = text
        elif text:
            db.session.add(
                PaperText(network_id=network_id, year=year, paper=kind, part=part.key, title=str(part.label), text=text)
            )
    db.session.flush()
