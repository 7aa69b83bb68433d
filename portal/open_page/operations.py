"""Changing the open page: begin, write, arrange, choose what is on it, open and close."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network
from portal.open_page import contents, queries, rules
from portal.open_page.models import OpenPage, OpenPageOmission, OpenPageVoice
from portal.open_page.types import Section, SectionMove, Showing
from portal.participation.models import Voice
from portal.participation.rules import check_nameless
from portal.participation.signals import voice_withdrawn
from portal.participation.types import VoiceState


@dataclass(frozen=True)
class PageTexts:
    """What the coordinator writes for the page."""

    about: str
    shows_partners: bool
    join: str
    phone: str
    email: str
    meeting_id: int | None
    shows_letter_box: bool
    open_until: date | None


def begin_page(network: Network, *, origin: str = "") -> OpenPage:
    """The page of a network, closed, with what is known of it already; the same when it was begun before."""
    page = queries.find_page(network.id)
    if page is not None:
        return page
    about = network.introduction[: rules.LONGEST_TEXT]
    try:
        rules.check_open_text(about, "about")
    except RuleBroken:
        about = ""  # the introduction holds a number or address that is not for everyone
    page = OpenPage(network_id=network.id, section_order=tuple(Section), about=about, origin=origin)
    db.session.add(page)
    db.session.flush()
    return page


def write_page(page: OpenPage, *, texts: PageTexts, today: date, now: datetime) -> None:
    """The texts of the page, and what it shows beside them."""
    rules.check_open_text(texts.about, "about")
    rules.check_contact_text(texts.join, "join")
    rules.check_contact_text(texts.phone, "phone")
    if texts.open_until != page.open_until:
        rules.check_open_until(texts.open_until, today)
    if texts.meeting_id != page.meeting_id and texts.meeting_id is not None:
        _check_meeting(page, texts.meeting_id, now)
    if page.is_opened:
        _check_ready(page, texts.about, texts.join, texts.phone, texts.email)
    page.about, page.join = texts.about.strip(), texts.join.strip()
    page.phone, page.email = texts.phone.strip(), texts.email.strip()
    page.shows_partners, page.shows_letter_box = texts.shows_partners, texts.shows_letter_box
    page.meeting_id, page.open_until = texts.meeting_id, texts.open_until
    db.session.flush()


def _check_meeting(page: OpenPage, meeting_id: int, now: datetime) -> None:
    meeting = queries.find_coming_meeting(page.network_id, meeting_id, now)
    if meeting is None:
        raise RuleBroken(say("Dit overleg is voorbij, afgelast of van een ander netwerk."), "meeting_id")
    rules.check_open_text(f"{meeting.title}\n{meeting.place}", "meeting_id")


def _check_ready(page: OpenPage, about: str, join: str, phone: str, email: str) -> None:
    rules.check_ready(about, join, phone, email, contents.shown_sections(page))


def arrange_section(page: OpenPage, section: Section, move: SectionMove) -> None:
    """Put a section higher, lower, on or off the page."""
    off = [code for code in page.sections_off if code != section.value]
    if move is SectionMove.OFF:
        off.append(section.value)
    if move in (SectionMove.ON, SectionMove.OFF):
        if page.is_opened and move is SectionMove.ON:
            rules.check_ready(page.about, page.join, page.phone, page.email, [section])
        page.sections_off = tuple(off)
    else:
        page.section_order = rules.order_after(page.section_order, section, move)
    db.session.flush()


def choose_actions(page: OpenPage, *, shown: Collection[int], offered: Collection[int]) -> None:
    """Of the actions that were offered, only these are on the page."""
    wanted_off = set(offered) - set(shown)
    held = {one.action_id: one for one in queries.list_omissions(page)}
    for action_id in sorted(wanted_off - held.keys()):
        db.session.add(OpenPageOmission(network_id=page.network_id, page=page, action_id=action_id))
    for action_id in sorted((held.keys() & set(offered)) - wanted_off):
        db.session.delete(held[action_id])
    db.session.flush()


def show_voice(page: OpenPage, voice: Voice, *, showing: Showing, summary: str, at: datetime) -> OpenPageVoice:
    """Choose a voice for the page, literally with consent or in words of the coordinator."""
    if voice.is_withdrawn or voice.state is not VoiceState.TOLD_BACK:
        raise RuleBroken(say("Deze inbreng kan niet op de pagina: wie sprak, kreeg nog geen antwoord."))
    rules.check_showing(showing, summary=summary, is_quote=voice.is_quote, quote_consent=voice.quote_consent)
    check_nameless(summary, "summary")
    if showing is Showing.QUOTE:
        check_nameless(voice.text, "showing")
    chosen = queries.find_chosen_voice(page, voice.id)
    if chosen is None:
        chosen = OpenPageVoice(network_id=page.network_id, page=page, voice=voice, showing=showing)
        db.session.add(chosen)
    if chosen.summary != summary.strip():
        chosen.summary, chosen.reworded_at = summary.strip(), at
    if chosen.showing is not showing:
        chosen.showing = showing
    db.session.flush()
    return chosen


def hide_voice(page: OpenPage, voice: Voice) -> None:
    """Take a voice off the page; what was written about it is wiped out."""
    chosen = queries.find_chosen_voice(page, voice.id)
    if chosen is not None:
        db.session.delete(chosen)
        db.session.flush()


@voice_withdrawn.connect
def forget_voice(voice: Voice) -> None:
    """A voice that is taken back leaves the page at once, with the words about it."""
    for chosen in queries.list_choices_of_voice(voice.network_id, voice.id):
        db.session.delete(chosen)
    db.session.flush()


def open_page(page: OpenPage, *, today: date) -> None:
    """From now on anyone may read it."""
    if rules.is_open(page.is_opened, page.open_until, today):
        return
    _check_ready(page, page.about, page.join, page.phone, page.email)
    if page.open_until is not None and page.open_until < today:
        page.open_until = None  # the day on which it closed by itself
    page.is_opened, page.opened_on, page.closed_on = True, today, None
    db.session.flush()


def close_page(page: OpenPage, *, today: date) -> None:
    """Nobody outside the network reads it any more; everything stays as it was chosen."""
    if not page.is_opened:
        return
    page.is_opened, page.closed_on = False, today
    db.session.flush()
