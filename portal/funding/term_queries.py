"""Reading the deadlines of a network with its own marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from portal.closing.queries import list_marks
from portal.closing.types import MarkFacts
from portal.funding.facts import choice_of
from portal.funding.regimes import Decision, deadlines_of_year
from portal.funding.terms import Term, in_order, terms_of
from portal.network.models import Network

Marks = Mapping[tuple[int, str], MarkFacts]


def list_terms(
    network: Network, years: Iterable[int], *, today: date, overrides: tuple[Decision, ...] = ()
) -> tuple[Term, ...]:
    """The deadlines of the money of these years; one statement, for the marks."""
    wanted = sorted(set(years))
    marks = {(one.year, one.deadline): one.facts for one in list_marks(network.id, wanted)}
    return marked_terms(network, wanted, marks, today=today, overrides=overrides)


def marked_terms(
    network: Network, years: Iterable[int], marks: Marks, *, today: date, overrides: tuple[Decision, ...] = ()
) -> tuple[Term, ...]:
    """The same with marks that were read already."""
    return in_order(
        term
        for year in years
        for term in terms_of(
            year,
            deadlines_of_year(
                year,
                overrides,
                choice=choice_of(network, year),
                starts_a_note=year == network.note_first_year,
            ),
            marks,
            today,
        )
    )


def terms_in_year(
    network: Network, year: int, *, today: date, overrides: tuple[Decision, ...] = ()
) -> tuple[Term, ...]:
    """What a network has to think of in a year: the deadlines of its money, and those of the next that fall in it."""
    found = list_terms(network, (year, year + 1), today=today, overrides=overrides)
    return tuple(one for one in found if one.year == year or (one.due is not None and one.due.year <= year))
