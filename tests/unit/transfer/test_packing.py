"""What is packed comes back the same, and a pack can do nothing but be a value."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from decimal import Decimal

import pytest

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Euros, say
from portal.transfer.lists.listing import CheckedRow, Outcome
from portal.transfer.packing import HeldRecord, Unpackable, pack, unpack
from portal.transfer.preview import NOTHING_YET, ROWS_A_BLOCK, Sign, pack_preview, unpack_preview
from portal.transfer.types import CellProblem, Formula, Share


def row(number: int) -> CheckedRow:
    return CheckedRow(
        number,
        {"on": date(2025, 1, 2), "hours": Decimal("2.5"), "target": Share(1, 2), "months": (1, 2)},
        outcome=Outcome.CHANGED,
        problems=[CellProblem(number, "A", "Kop", say("Dit kost %(amount)s.", amount=Euros(5)), key="on")],
        findings=[Finding("FED-1", Severity.ERROR, say("Nee."), "wet")],
        draft={"partner": HeldRecord("partner", 7)},
    )


@pytest.mark.parametrize("value", [row(3), Formula("=1"), datetime(2025, 1, 1, 8), frozenset({1}), [None, 1.5, "é"]])
def test_values_come_back_the_same(value):
    assert unpack(pack(value)) == value


class Trap:
    def __reduce__(self):
        return print, ("open",)


class Elsewhere:
    def __reduce__(self):
        return _made_up, ()


def _made_up() -> str:
    return "a function of ours is no value either"


@pytest.mark.parametrize("thing", [Trap(), Elsewhere(), print, pytest.raises])
def test_a_pack_that_calls_something_is_refused(thing, capsys):
    with pytest.raises(Unpackable):
        unpack(pickle.dumps(thing))
    assert capsys.readouterr().out == ""


def test_a_function_of_the_portal_cannot_be_called_from_a_pack():
    module, name = b"portal.transfer.reading.rows", b"read_rows"
    named = b"\x80\x04\x8c" + bytes([len(module)]) + module + b"\x8c" + bytes([len(name)]) + name + b"\x93."
    assert callable(pickle.loads(named))  # it is a whole pack, but not one of ours
    with pytest.raises(Unpackable):
        unpack(named)


@pytest.mark.parametrize("data", [b"", b"no pack", pickle.dumps([1, 2])[:-3]])
def test_bytes_that_are_no_pack_are_told_apart(data):
    with pytest.raises(Unpackable):
        unpack(data)


def preview_of(count: int):
    rows = [row(number) for number in range(2, count + 2)]
    return type(NOTHING_YET)(
        **{
            **{name: getattr(NOTHING_YET, name) for name in ("spec", "match", "headings", "notes", "offered")},
            "numbers": tuple(one.number for one in rows),
            "signs": bytes([Sign.WRONG, Sign.WARNS | Sign.WRONG, Sign.NOTHING][at % 3] for at in range(count)),
            "rows": rows,
        }
    )


def test_rows_of_a_packed_preview_come_back_in_place_and_in_order():
    preview = preview_of(2 * ROWS_A_BLOCK + 3)
    again = unpack_preview(pack_preview(preview))
    assert len(again.rows) == len(preview.rows)
    assert [one.number for one in again.rows] == list(preview.numbers)
    for at in (0, ROWS_A_BLOCK - 1, ROWS_A_BLOCK, 2 * ROWS_A_BLOCK + 2):
        assert again.rows[at] == preview.rows[at]
    with pytest.raises(IndexError):
        again.rows[len(preview.rows)]


def test_only_the_block_that_is_looked_at_is_unpacked(monkeypatch):
    again = unpack_preview(pack_preview(preview_of(3 * ROWS_A_BLOCK)))
    opened = []
    monkeypatch.setattr("portal.transfer.preview.unpack", lambda packed: opened.append(1) or unpack(packed))
    page = range(ROWS_A_BLOCK, ROWS_A_BLOCK + 50)
    assert [again.rows[at].number for at in page] == [at + 2 for at in page]
    assert len(opened) == 1


def test_a_preview_counts_without_unpacking():
    preview = unpack_preview(pack_preview(preview_of(6)))
    assert (preview.count(Sign.WRONG), preview.count(Sign.WARNS)) == (4, 2)
    assert preview.wrong_numbers == [2, 3, 5, 6]
