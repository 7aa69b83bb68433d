"""What the address of the rulebook asks: on its page and in the API."""

from __future__ import annotations

from collections.abc import Container

from flask import request

from portal.foundation.finding import Certainty, Severity
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding.regimes import REGIMES
from portal.funding.rulebook.listing import RuleFilter
from portal.funding.rulebook.subjects import RuleSubject
from portal.web.asking import asked_text


def asked_rules() -> RuleFilter:
    """What the address asks of the rules; what is no choice of ours asks nothing."""
    return RuleFilter(
        regime=_one_of("regime", REGIMES),
        year=_year(),
        certainty=_one_of("certainty", [one.value for one in Certainty]),
        severity=_one_of("severity", [one.value for one in Severity]),
        subject=_one_of("subject", [one.value for one in RuleSubject]),
        words=asked_text(),
    )


def _one_of(name: str, known: Container[str]) -> str:
    asked = request.args.get(name, "")
    return asked if asked in known else ""


def _year() -> int | None:
    asked = request.args.get("year", "")
    is_year = asked.isascii() and asked.isdigit() and len(asked) == 4
    return int(asked) if is_year and FIRST_YEAR <= int(asked) <= LAST_YEAR else None
