"""Preparing a round, opening and closing it, handing out and revoking its links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from portal.accounts.secrets import draw_token, hash_token
from portal.extensions import db
from portal.foundation.clock import BRUSSELS
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network
from portal.participation.types import Speaker
from portal.plans.models import Action, Plan
from portal.reviews import rules
from portal.reviews.models import ReviewLink, ReviewRound, ReviewText, RoundAction
from portal.reviews.types import RoundState, Subject


def prepare_round(
    network: Network,
    *,
    title: str,
    about: Plan | Action | ReviewText,
    questions: Collection[str],
    closes_on: date,
    today: date,
    introduction: str = "",
    actions: Sequence[Action] = (),
    origin: str = "",
) -> ReviewRound:
    """A round that nobody can answer yet; `actions` of a plan to be read, all that are not dropped when left out."""
    rules.check_last_day(closes_on, today)
    if not isinstance(about, ReviewText):
        rules.check_questions(questions)
    read = list(actions) or _actions_of(about)
    if not read and not isinstance(about, ReviewText):
        raise RuleBroken(say("Dit plan heeft nog geen acties om te lezen."), "plan_id")
    made = ReviewRound(
        network_id=network.id,
        title=title.strip(),
        subject=_subject_of(about),
        plan_id=about.id if isinstance(about, Plan) else None,
        action_id=about.id if isinstance(about, Action) else None,
        text_id=about.id if isinstance(about, ReviewText) else None,
        questions=tuple(questions),
        introduction=introduction.strip(),
        closes_on=closes_on,
        origin=origin,
    )
    db.session.add(made)
    for position, action in enumerate(read, 1):
        db.session.add(
            RoundAction(
                network_id=network.id,
                round=made,
                action=action,
                position=position,
                title=action.title,
                plain_sentence=action.plain_sentence,
            )
        )
    db.session.flush()
    return made


def check_chosen(actions: list[Action]) -> list[Action]:
    """Raises RuleBroken when nothing of a plan was chosen to be read."""
    if not actions:
        raise RuleBroken(say("Kies minstens één actie."), "action_ids")
    return actions


def _subject_of(about: Plan | Action | ReviewText) -> Subject:
    if isinstance(about, Plan):
        return Subject.PLAN
    return Subject.ACTION if isinstance(about, Action) else Subject.TEXT


def _actions_of(about: Plan | Action | ReviewText) -> list[Action]:
    if isinstance(about, Plan):
        return [one for one in about.actions if one.status != "dropped"]
    return [about] if isinstance(about, Action) else []


def edit_round(
    held: ReviewRound, *, title: str, introduction: str, questions: Collection[str], closes_on: date, today: date
) -> None:
    """Change what a round says; what it asks stays as it is once somebody may have answered."""
    if closes_on != held.closes_on:
        rules.check_last_day(closes_on, today)
    if held.subject is not Subject.TEXT and held.opened_on is None:
        rules.check_questions(questions)
        held.questions = tuple(questions)
    held.title, held.introduction = title.strip(), introduction.strip()
    if closes_on != held.closes_on:
        held.closes_on = closes_on
        for link in held.links:
            link.expires_at = link_end(closes_on)
    db.session.flush()


def open_round(held: ReviewRound, *, today: date, closes_on: date | None = None) -> None:
    """From now on links work; a closed round opens again with a day that is still to come."""
    rules.check_round_move(held.state, RoundState.OPEN)
    held.closes_on = closes_on or held.closes_on
    rules.check_last_day(held.closes_on, today)
    if held.opened_on is None:  # sentences may have been mended since the round was prepared
        for one in held.actions:
            one.title, one.plain_sentence = one.action.title, one.action.plain_sentence
    held.state, held.opened_on, held.closed_on = RoundState.OPEN, held.opened_on or today, None
    for link in held.links:
        link.expires_at = link_end(held.closes_on)
    db.session.flush()


def close_round(held: ReviewRound, *, on: date) -> None:
    rules.check_round_move(held.state, RoundState.CLOSED)
    held.state, held.closed_on = RoundState.CLOSED, on
    db.session.flush()


def link_end(closes_on: date) -> datetime:
    """Links work until the end of the last day in Brussels."""
    return datetime.combine(closes_on + timedelta(days=1), time(), BRUSSELS)


def hand_out_links(
    held: ReviewRound, *, count: int, speaker: Speaker = Speaker.EXPERT, given_by: str = ""
) -> list[tuple[ReviewLink, str]]:
    """New personal links with their secrets, which are shown or printed once and kept nowhere."""
    rules.check_links_wanted(count)
    if held.state is RoundState.CLOSED:
        raise RuleBroken(say("Deze leesronde is afgesloten."))
    first = max((link.number for link in held.links), default=0) + 1
    made = []
    for number in range(first, first + count):
        token = draw_token()
        link = ReviewLink(
            network_id=held.network_id,
            round=held,
            number=number,
            speaker=speaker,
            given_by=given_by.strip(),
            token_hash=hash_token(token),
            expires_at=link_end(held.closes_on),
        )
        db.session.add(link)
        made.append((link, token))
    db.session.flush()
    return made


def renew_link(link: ReviewLink) -> str:
    """A new secret for the same reader, for a card that was lost; the old one stops working."""
    if link.round.state is RoundState.CLOSED:
        raise RuleBroken(say("Deze leesronde is afgesloten."))
    token = draw_token()
    link.token_hash, link.revoked_at, link.mailed_at = hash_token(token), None, None
    db.session.flush()
    return token


def renew_unused_links(held: ReviewRound) -> list[tuple[ReviewLink, str]]:
    """New secrets for every link that nobody began with: printing again means that the old cards stop working."""
    waiting = [link for link in held.links if link.revoked_at is None and link.sheet is None]
    if not waiting:
        raise RuleBroken(say("Er zijn geen links die nog niet gebruikt zijn."))
    return [(link, renew_link(link)) for link in waiting]


def mark_mailed(links: Iterable[ReviewLink], *, at: datetime) -> None:
    """These secrets are on their way to somebody, so nobody else gets them."""
    for link in links:
        link.mailed_at = at
    db.session.flush()


def revoke_link(link: ReviewLink, *, at: datetime) -> None:
    link.revoked_at = link.revoked_at or at
    db.session.flush()
