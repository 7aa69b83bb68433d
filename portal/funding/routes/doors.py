"""The blueprint of the money, and what its addresses share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import Blueprint, abort, g, request, url_for
from flask_babel import get_locale

from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.foundation.wording import Wording
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding import queries
from portal.funding.costs import why
from portal.funding.facts import choice_of
from portal.funding.figures import StreamWords
from portal.funding.regimes import (
    AMOUNT_LABELS,
    REGIMES,
    RULES,
    SETTING_LABELS,
    YearLaw,
    find_stream,
    law_of_year,
    spend_by,
)
from portal.funding.regimes.figures import told_kept
from portal.network.models import Network
from portal.web.guards import current_actor, in_network
from portal.web.language import in_words
from portal.web.remembering import remembered

bp = Blueprint("funding", __name__)

READERS = (Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)
for_readers = in_network(*READERS)
for_bookkeepers = in_network(Role.COORDINATOR)
for_approvers = in_network(Role.COORDINATOR, Role.APPROVER)


def known_year(year: int) -> int:
    """The year of an address; years without any regime do not exist."""
    return year if FIRST_YEAR <= year <= LAST_YEAR else abort(404)


def law_for(network: Network, year: int) -> YearLaw:
    """What rules the money of a network in a year: what administrators decided, and what the network chose."""
    return law_of_year(year, queries.regime_overrides(), choice_of(network, year))


def streams_with_words(law: YearLaw, also: Iterable[str] = ()) -> list[StreamWords]:
    """The streams of a year, and after them those that hold money although the year no longer knows them."""
    codes = [*law.streams, *sorted(set(also) - set(law.streams))]
    known = ((code, law.streams.get(code) or find_stream(code)) for code in codes)
    return [
        StreamWords(code, stream.label, spend_by(code, law.year, law.overrides))
        for code, stream in known
        if stream is not None
    ]


def stream_choices(words: Iterable[StreamWords]) -> list[tuple[str, str]]:
    return [(one.code, in_words(one.label)) for one in words]


def stream_words_of(code: str, *, short: bool = False) -> Any:
    """The words of a stream for templates; its code when no regime knows it."""
    known = find_stream(code)
    if known is None:
        return code
    return in_words(known.short_label if short else known.label)


bp.add_app_template_filter(stream_words_of, "stream")


def rule_href(rule: str) -> str:
    """The page of a rule for a link; empty for what is no rule of the rulebook."""
    return url_for("funding.rule", rule=rule) if rule in RULES else ""


def key_words(key: str) -> str:
    """What a decision about the law is about: a figure, a day or an amount; an unknown key is its own name."""
    labels = {str(one): words for one, words in (*SETTING_LABELS.items(), *AMOUNT_LABELS.items())}
    labels |= {one.key: one.title for regime in REGIMES.values() for one in regime.deadlines}
    return in_words(labels[key]) if key in labels else key


def told_choices(labels: Iterable[tuple[Any, Wording]]) -> list[tuple[str, str]]:
    """Members of an enum as the choices of a list."""
    return [(member.value, in_words(words)) for member, words in labels]


bp.add_app_template_filter(why, "why")
bp.add_app_template_filter(key_words, "law_key")
bp.add_app_template_filter(told_choices, "told_choices")
bp.add_app_template_filter(told_kept, "law_figure_wording")
bp.add_app_template_filter(rule_href, "rule_href")


def remembered_body(network: Network, build: Callable[[], str], *scope: Any) -> str:
    """The body of a heavy page, built once for a state of the network, a reader's rights and an address."""
    actor = current_actor()
    key = (
        request.endpoint,
        network.id,
        g.revision,
        str(get_locale()),
        actor.coordinates,
        tuple(sorted(actor.roles)),
        request.full_path,
        today(),
        *scope,
    )
    return remembered(key, build)
