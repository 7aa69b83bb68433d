"""When the page is open, what may never be on it, and why something that could be on it is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from portal.foundation.errors import RuleBroken
from portal.foundation.nameless import PERSONAL_MARK_LABELS, PersonalMark, check_nameless, find_personal_mark
from portal.foundation.wording import Day, Wording, say
from portal.open_page.types import Section, SectionMove, Showing
from portal.participation.types import VoiceState
from portal.plans.access import PUBLIC_ACTIONS, PUBLIC_PLANS
from portal.plans.types import ActionStatus, PlanStatus

LONGEST_TEXT = 2000
LONGEST_SUMMARY = 600

NO_ANSWER = say("Wie sprak, kreeg nog geen antwoord.")
OF_ORGANISATIONS = frozenset({PersonalMark.EMAIL, PersonalMark.PHONE})


def is_open(opened: bool, open_until: date | None, today: date) -> bool:
    """Opened by hand, and not past the day after which it closes by itself."""
    return opened and (open_until is None or today <= open_until)


def check_open_until(open_until: date | None, today: date) -> None:
    if open_until is not None and open_until < today:
        raise RuleBroken(
            say("%(day)s is al voorbij. Kies een latere dag of laat dit leeg.", day=Day(open_until)), "open_until"
        )


def check_ready(about: str, join: str, phone: str, email: str, sections: Sequence[str]) -> None:
    """An open page says who speaks and how to reach them; raises RuleBroken when one of the two is missing."""
    if Section.ABOUT in sections and not about.strip():
        raise RuleBroken(say("Schrijf eerst wie jullie zijn. Een open pagina zonder die tekst zegt te weinig."))
    if Section.JOIN in sections and not (join.strip() or phone or email):
        raise RuleBroken(say("Schrijf eerst hoe mensen kunnen meedoen of iets zeggen."))


ELSEWHERE = say(
    "“%(words)s” lijkt op %(mark)s. Haal het hier weg. Contact met de organisatie hoort bij “Meedoen of iets zeggen”."
)


def check_open_text(text: str, field: str) -> None:
    """A text for anyone holds no number or address; those of the organisation have a place of their own."""
    check_nameless(text, field, refusal=ELSEWHERE)


def check_contact_text(text: str, field: str) -> None:
    """How to reach the organisation: its mail and phone may be there, other numbers of people never."""
    rest = text
    while (found := find_personal_mark(rest)) is not None:
        mark, words = found
        if mark not in OF_ORGANISATIONS:
            raise RuleBroken(
                say("“%(words)s” lijkt op %(mark)s. Haal het weg.", words=words, mark=PERSONAL_MARK_LABELS[mark]),
                field,
            )
        if words not in rest:  # written with signs that were read as others: nothing more to look at
            return
        rest = rest.replace(words, " … ")


def order_after(order: Sequence[str], section: Section, move: SectionMove) -> tuple[str, ...]:
    """All sections in their new order; a move that cannot be made leaves it as it is."""
    whole = whole_order(order)
    place = whole.index(section)
    other = place + {SectionMove.UP: -1, SectionMove.DOWN: 1}.get(move, 0)
    if 0 <= other < len(whole):
        whole[place], whole[other] = whole[other], whole[place]
    return tuple(whole)


def whole_order(order: Sequence[str]) -> list[str]:
    """The order that was chosen, with sections that it does not know yet at the end."""
    known = [code for code in order if code in set(Section)]
    return known + [section.value for section in Section if section.value not in known]


def why_action_stays_off(
    *, plan: PlanStatus, status: ActionStatus, sentence: str, place: str, is_taken_off: bool
) -> Wording | None:
    """Why an action of this year is not on the page; None when it is on it."""
    if plan not in PUBLIC_PLANS:
        return say("Het plan is nog niet afgesproken, of het jaar is al voorbij.")
    if status not in PUBLIC_ACTIONS:
        return say("De actie is nog een idee.") if status is ActionStatus.IDEA else say("De actie is gestopt.")
    if is_taken_off:
        return say("Jullie haalden deze actie van de pagina.")
    if not sentence.strip():
        return say("De actie heeft nog geen gewone zin.")
    if find_personal_mark(sentence) or find_personal_mark(place):
        return say("In de zin of de plaats staat iets dat op een nummer of een adres van iemand lijkt.")
    return None


def can_be_quoted(*, is_quote: bool, quote_consent: bool) -> bool:
    """Literally only what was noted literally, and only with consent."""
    return is_quote and quote_consent


def check_showing(showing: Showing, *, summary: str, is_quote: bool, quote_consent: bool) -> None:
    """Raises RuleBroken when a voice may not stand on the page in this way."""
    if showing is Showing.QUOTE and not can_be_quoted(is_quote=is_quote, quote_consent=quote_consent):
        raise RuleBroken(say("Deze woorden mogen niet letterlijk op de pagina. Vertel het kort."), "showing")
    if showing is Showing.SUMMARY and not summary.strip():
        raise RuleBroken(say("Schrijf in één of twee zinnen waarover het ging."), "summary")


def why_voice_stays_off(
    *,
    showing: Showing,
    state: VoiceState,
    is_withdrawn: bool,
    is_quote: bool,
    quote_consent: bool,
    texts: Sequence[str],
) -> Wording | None:
    """Why a voice that was chosen is not on the page any more; None when it is on it."""
    if is_withdrawn:
        return say("De inbreng is ingetrokken.")
    if state is not VoiceState.TOLD_BACK:
        return NO_ANSWER
    if showing is Showing.QUOTE and not can_be_quoted(is_quote=is_quote, quote_consent=quote_consent):
        return say("De toestemming om de woorden letterlijk te tonen is er niet meer.")
    if any(find_personal_mark(text) for text in texts):
        return say("In de woorden of het antwoord staat iets dat op een nummer of een adres van iemand lijkt.")
    return None
