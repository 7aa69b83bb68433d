"""Addresses of "Mag dit?": what may be paid, by year and stream, for anyone who asks."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.foundation.clock import today
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding import access, queries
from portal.funding.costs import (
    Answer,
    Subject,
    Verdict,
    answers_for,
    best_verdict,
    find_costs,
    in_other_years,
    questions_about,
    subjects,
    what_else_pays,
)
from portal.funding.costs.answers import Otherwise, OtherYears
from portal.funding.facts import choice_of
from portal.funding.regimes import YearLaw, law_of_year
from portal.funding.routes.doors import bp
from portal.network.models import Network
from portal.web.asking import asked_text, asked_year
from portal.web.guards import current_actor, doorkeeper, public
from portal.web.language import in_words

MOST_SHOWN = 3
EXAMPLES = ("zumba", "zwembrevet", "dvd-speler", "schoolreis", "huiswerkklas")


@dataclass(frozen=True)
class Shown:
    """A cost on the page, with everything the year says of it."""

    subject: Subject
    answers: tuple[Answer, ...]
    law: YearLaw

    @property
    def verdict(self) -> Verdict:
        return best_verdict(self.answers)

    @property
    def paying(self) -> tuple[Answer, ...]:
        return tuple(one for one in self.answers if one.verdict is Verdict.ALLOWED)

    @property
    def paying_words(self) -> str:
        """The sources that may pay, each once."""
        words = [in_words(one.stream.short_label) if one.stream else _("federaal geld") for one in self.paying]
        return ", ".join(dict.fromkeys(words))

    @property
    def otherwise(self) -> tuple[Otherwise, ...]:
        return what_else_pays(self.answers, self.law)

    @property
    def before_and_after(self) -> tuple[OtherYears, ...]:
        return in_other_years(self.subject, self.law)


def shown(subject: Subject, law: YearLaw) -> Shown:
    return Shown(subject, answers_for(subject, law), law)


@bp.get("/allowed")
@public
def allowed() -> ResponseReturnValue:
    """Search a cost and read whether it may be paid in a year, by which stream and on which condition."""
    network = network_of_reader()
    query = asked_text()
    year = asked_year()
    law = law_of_year(year, queries.regime_overrides(), choice_of(network, year) if network else None)
    matches = find_costs(query, most=MOST_SHOWN + 2) if query else ()
    sure = [match for match in matches if match.is_sure]
    found = [shown(match.subject, law) for match in sure[:MOST_SHOWN]]
    listed = {one.subject.key for one in found}
    return render_template(
        "funding/allowed.html",
        query=query,
        year=year,
        years=range(min(today().year + 2, LAST_YEAR), FIRST_YEAR - 1, -1),
        law=law,
        found=found,
        nearest=[match.subject for match in matches if match.subject.key not in listed],
        questions=questions_about(query, law) if query else (),
        examples=EXAMPLES,
        home=network,
        can_book=network is not None and access.can_book(current_actor()),
    )


@bp.get("/allowed/<cost>")
@public
def allowed_cost(cost: str) -> ResponseReturnValue:
    """The permanent address of one cost."""
    subject = subjects().get(cost) or abort(404)
    network, year = network_of_reader(), asked_year()
    law = law_of_year(year, queries.regime_overrides(), choice_of(network, year) if network else None)
    return render_template(
        "funding/allowed_cost.html",
        one=shown(subject, law),
        year=year,
        years=range(min(today().year + 2, LAST_YEAR), FIRST_YEAR - 1, -1),
        law=law,
        questions=questions_about(subject.dutch, law),
        home=network,
        can_book=network is not None and access.can_book(current_actor()),
    )


def network_of_reader() -> Network | None:
    """The network from which somebody asks, when the reader has a place in it; to others it does not exist."""
    slug = request.args.get("network", "")
    if not slug or not current_actor().account_id:
        return None
    network = doorkeeper().find_network(slug)
    actor = doorkeeper().actor_in(network)
    if network is None or not (actor.roles or actor.is_administrator):
        return None
    g.network, g.actor = network, actor
    found: Network = network
    return found
