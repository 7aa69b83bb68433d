"""The worked examples of the whole federal budget over the years."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from portal.foundation.wording import Euros, say
from portal.funding.regimes import AmountKey, Decisions, law_of_year
from portal.funding.rulebook.examples.types import Outcome, WorkedExample, given, percent


def parts_of_2016(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(2016, decisions)
    found = [law.amount(one) for one in (AmountKey.FEDERAL, AmountKey.FEDERAL_GENERAL, AmountKey.FEDERAL_CHILD_POVERTY)]
    whole, general, children = (one.value if one else 0 for one in found)
    yield WorkedExample(
        "FED-LIFE-3",
        say("Het geld van 2016"),
        2016,
        given((say("algemeen deel"), Euros(general)), (say("kinderarmoede"), Euros(children))),
        say("het algemene deel + kinderarmoede"),
        (
            Outcome(say("samen"), Euros(general + children), Euros(9_359_000_00)),
            Outcome(say("algemeen deel"), percent(Fraction(general, whole or 1)), percent(Fraction(60, 100))),
        ),
    )


def loss_of_2025(decisions: Decisions) -> Iterator[WorkedExample]:
    before, after = (law_of_year(year, decisions).amount(AmountKey.FEDERAL) for year in (2024, 2025))
    was, became = before.value if before else 0, after.value if after else 0
    change = round(float(Fraction(became - was, was or 1)), 3)
    yield WorkedExample(
        "FED-LIFE-5",
        say("Van 2024 naar 2025"),
        2025,
        given((say("in 2024"), Euros(was)), (say("in 2025"), Euros(became))),
        say("(%(became)s min %(was)s) gedeeld door %(was)s", became=Euros(became), was=Euros(was)),
        (Outcome(say("verschil"), percent(Fraction(str(change)), 1), percent(Fraction("-0.24"), 1)),),
    )
