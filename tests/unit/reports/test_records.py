"""A paper that is kept as values comes back as the same paper."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from portal.foundation.wording import say
from portal.reports.records import paper_from, paper_record
from portal.reports.types import Missing
from portal.reports.writing.text import paper_text
from tests.factories.papers import every_block, final_paper


@pytest.mark.parametrize("paper", [every_block(), final_paper(), every_block(rows=0)])
def test_a_paper_comes_back_from_json_as_it_was(paper):
    kept = json.dumps(paper_record(paper), sort_keys=True)
    again = paper_from(json.loads(kept))
    assert again == paper
    assert json.dumps(paper_record(again), sort_keys=True) == kept
    assert paper_text(again) == paper_text(paper)
    assert again.is_draft is paper.is_draft


def test_a_change_in_any_block_makes_another_record():
    paper = every_block()
    records = {json.dumps(paper_record(paper), sort_keys=True)}
    for at in range(len(paper.blocks)):
        fewer = replace(paper, blocks=(*paper.blocks[:at], *paper.blocks[at + 1 :]))
        records.add(json.dumps(paper_record(fewer), sort_keys=True))
    records.add(json.dumps(paper_record(replace(paper, missing=(Missing(say("Iets")),))), sort_keys=True))
    assert len(records) == len(paper.blocks) + 2


def test_a_record_of_another_format_is_not_read():
    with pytest.raises(ValueError, match="format 2"):
        paper_from(paper_record(every_block()) | {"format": 2})
