"""Sheets that came back on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.accounts.models import Account
from portal.extensions import db
from portal.reviews.models import ReviewLink, ReviewRound, ReviewSheet
from portal.reviews.types import SheetWay


@dataclass(frozen=True)
class TypedSheet:
    """A sheet in the list beside the form."""

    sheet: ReviewSheet
    typed_by: str
    answered: int


def find_sheet_of_number(round_id: int, number: int) -> ReviewSheet | None:
    """The sheet with a number, also one that was taken back."""
    wanted = (
        select(ReviewSheet)
        .where(ReviewSheet.round_id == round_id, ReviewSheet.paper_number == number)
        .options(selectinload(ReviewSheet.answers))
    )
    return db.session.scalars(wanted).one_or_none()


def get_paper_sheet(network_id: int, round_id: int, sheet_id: int) -> ReviewSheet:
    """A sheet on paper with its answers, or 404 (2 statements)."""
    wanted = (
        select(ReviewSheet)
        .where(
            ReviewSheet.network_id == network_id,
            ReviewSheet.round_id == round_id,
            ReviewSheet.id == sheet_id,
            ReviewSheet.way == SheetWay.PAPER,
        )
        .options(selectinload(ReviewSheet.answers), joinedload(ReviewSheet.link).joinedload(ReviewLink.sheet))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_paper_sheets(held: ReviewRound) -> list[TypedSheet]:
    """Sheets of a round that were typed in, by number, those that were taken back included (2 statements)."""
    wanted = (
        select(ReviewSheet, Account.name)
        .outerjoin(Account, Account.id == ReviewSheet.typed_by_id)
        .where(ReviewSheet.round_id == held.id, ReviewSheet.way == SheetWay.PAPER)
        .options(selectinload(ReviewSheet.answers))
        .order_by(ReviewSheet.paper_number)
    )
    return [
        TypedSheet(
            sheet,
            name or "",
            sum(1 for one in sheet.answers if one.helps or one.fair or one.stops or one.own_word),
        )
        for sheet, name in db.session.execute(wanted)
    ]


def next_number(held: ReviewRound, sheets: Sequence[TypedSheet], after: int | None = None) -> int:
    """The number to propose: the next of the pile, or one that no card and no sheet carries.

    A number that nobody read from paper may be the card of somebody who did not begin yet.
    """
    taken = {one.sheet.paper_number or 0 for one in sheets} | {link.number for link in held.links if link.sheet}
    if after is not None and after + 1 not in taken:
        return after + 1
    return max([0, *taken, *(link.number for link in held.links)]) + 1
