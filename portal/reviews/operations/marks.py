"""Marks in a text: a reader puts, changes and takes back; the author adopts, declines, or hears a voice in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.nameless import find_personal_mark
from portal.foundation.wording import say
from portal.network.models import Network
from portal.participation.models import Voice
from portal.participation.operations import record_voice
from portal.participation.rules import check_nameless
from portal.participation.types import Channel, Speaker
from portal.reviews import passages
from portal.reviews.models import ReviewSheet, ReviewText, TextMark
from portal.reviews.operations.texts import rewrite
from portal.reviews.queries.texts import list_marks, list_marks_of_reader
from portal.reviews.rules import check_takes_answers
from portal.reviews.types import MarkState

OTHER_CHOSEN = say("De zin is veranderd, met de woorden van een andere lezer.")
MOST_KNOWN = 20  # numbers and addresses of the text itself that a proposal may repeat


def put_mark(
    text: ReviewText,
    *,
    starts_at: int,
    ends_at: int,
    passage: str,
    text_version: int,
    why: str,
    proposal: str,
    at: datetime,
    today: date,
    speaker: Speaker = Speaker.EXPERT,
    sheet: ReviewSheet | None = None,
    account_id: int | None = None,
) -> TextMark:
    """A passage that is not clear. `passage` and `text_version` are what the reader saw: when somebody changed the text
    meanwhile, the mark goes to the place where the passage stands now, or is kept as one on the older version."""
    _check_open(text, sheet, today)
    why, proposal = _checked(text, why, proposal)
    place = _placed(text, starts_at, ends_at, passage, text_version)
    own = list_marks_of_reader(text, sheet_id=sheet.id if sheet else None, account_id=account_id)
    said = (why, proposal, *place[:3])
    for one in own:
        if (one.why, one.proposal, one.starts_at, one.ends_at, one.passage) == said:
            return one  # the button was pressed twice
    if len(own) >= passages.MOST_MARKS:
        raise RuleBroken(say("Je hebt al heel veel gemerkt. Haal eerst iets weg."), "passage")
    made = TextMark(
        network_id=text.network_id,
        text=text,
        sheet=sheet,
        account_id=account_id,
        speaker=speaker,
        starts_at=place[0],
        ends_at=place[1],
        passage=place[2],
        text_version=place[3],
        why=why,
        proposal=proposal,
        made_at=at,
    )
    db.session.add(made)
    db.session.flush()
    return made


def _placed(
    text: ReviewText, starts_at: int, ends_at: int, passage: str, text_version: int
) -> tuple[int, int, str, int]:
    """Where a passage that a reader saw stands now: begin, end, words, and the version in which that is so."""
    passage = passage.strip()
    if not passage or text.body[starts_at:ends_at].strip() == passage:
        starts_at, ends_at = passages.trim_passage(text.body, starts_at, ends_at)
        return starts_at, ends_at, text.body[starts_at:ends_at], text.version
    _begin, length = passages.trim_passage(passage, 0, len(passage))
    found = passages.find_nearest(text.body, passage, starts_at)
    if found is not None:
        return found, found + length, passage, text.version
    if text_version >= text.version:  # nobody changed the text: these words never stood there
        raise RuleBroken(say("Kies eerst een stuk van de tekst."), "passage")
    starts_at = max(0, min(starts_at, passages.LONGEST_TEXT))
    check_nameless(passage, "passage")
    return starts_at, starts_at + length, passage, max(1, text_version)


def change_mark(mark: TextMark, *, why: str, proposal: str, today: date) -> None:
    """The reader says it in other words, as long as the author did nothing with it."""
    _check_open(mark.text, mark.sheet, today)
    _check_waits(mark)
    mark.why, mark.proposal = _checked(mark.text, why, proposal)
    db.session.flush()


def take_back_mark(mark: TextMark, *, at: datetime, today: date) -> None:
    """The reader takes a mark back; what was written is wiped."""
    _check_open(mark.text, mark.sheet, today)
    _check_waits(mark)
    mark.withdrawn_at, mark.why, mark.proposal = at, "", ""
    db.session.flush()


def adopt_mark(mark: TextMark, *, text_version: int, on: date) -> None:
    """Put the proposal in the text, in one step; other marks on this passage are answered with it."""
    if not mark.proposal:
        raise RuleBroken(say("Hier is geen voorstel om over te nemen. Schrijf zelf andere woorden."), "words")
    words, others = mark.proposal, _of_same_passage(mark)
    _put(mark, words, text_version)
    _settle(mark, MarkState.ADOPTED, on)
    for one in others:
        same = " ".join(one.proposal.split()).casefold() == " ".join(words.split()).casefold()
        _settle(one, MarkState.ADOPTED if same else MarkState.PARTLY_ADOPTED, on, "" if same else str(OTHER_CHOSEN))
    db.session.flush()


def adopt_partly(mark: TextMark, *, words: str, reason: str, text_version: int, on: date) -> None:
    """Other words in the text than were there, and other than those proposed; for all marks on this passage."""
    words = words.strip()
    if not words:
        raise RuleBroken(say("Schrijf wat er in de tekst komt."), "words")
    if len(words) > passages.LONGEST_PROPOSAL:
        most = passages.LONGEST_PROPOSAL
        raise RuleBroken(say("Dit zijn meer dan %(most)s tekens. Maak het korter.", most=most), "words")
    if words == mark.passage:
        raise RuleBroken(say("Dit staat er al. Schrijf andere woorden, of neem het niet over."), "words")
    marks = [mark, *_of_same_passage(mark)]
    _put(mark, words, text_version)
    for one in marks:
        _settle(one, MarkState.PARTLY_ADOPTED, on, reason)
    db.session.flush()


def decline_mark(mark: TextMark, *, reason: str, text_version: int, on: date) -> None:
    """The passage stays as it is, and who marked it hears why; for all marks on this passage."""
    if not reason.strip():
        raise RuleBroken(say("Zeg waarom de zin zo blijft. Wie las, heeft recht op een reden."), "reason")
    _check_seen(mark, text_version)
    for one in [mark, *_of_same_passage(mark)]:
        _settle(one, MarkState.NOT_ADOPTED, on, reason)
    db.session.flush()


def hear_mark(mark: TextMark, *, network: Network, today: date, typed_by_id: int | None) -> Voice:
    """Make a voice of a mark, to be answered like any other; pressing it again changes nothing."""
    if mark.voice is not None:
        return mark.voice
    title, passage = mark.text.title, _without_marks(mark.passage)
    parts = [str(say("In de tekst “%(title)s” is dit niet duidelijk: “%(passage)s”.", title=title, passage=passage))]
    parts += [_without_marks(mark.why)] if mark.why else []
    if mark.proposal:
        parts.append(str(say("Zo is het beter: “%(proposal)s”.", proposal=_without_marks(mark.proposal))))
    mark.voice = record_voice(
        network,
        text="\n".join(parts),
        channel=Channel.PROOFREADING,
        speaker=mark.speaker,
        received_on=today,
        today=today,
        typed_by_id=typed_by_id,
        on_behalf=True,
        is_quote=False,
        action_id=mark.text.action_id,
        partner_id=mark.text.partner_id,
    )
    db.session.flush()
    return mark.voice


def _put(mark: TextMark, words: str, text_version: int) -> None:
    _check_seen(mark, text_version)
    if not passages.is_in_place(mark.text.body, mark):
        raise RuleBroken(say("Deze zin staat niet meer zo in de tekst. Verander de tekst zelf."), "words")
    body = passages.put_words(mark.text.body, mark.starts_at, mark.ends_at, words)
    if len(body) > passages.LONGEST_TEXT:
        raise RuleBroken(say("De tekst wordt hiermee te lang."), "words")
    rewrite(mark.text, body)


def _check_seen(mark: TextMark, text_version: int) -> None:
    """Raises ChangedMeanwhile when the author looked at an older text; and nothing is decided twice."""
    if mark.text.version != text_version:
        raise ChangedMeanwhile(text_version)
    _check_waits(mark)


def _check_waits(mark: TextMark) -> None:
    if mark.state is not MarkState.OPEN:
        raise RuleBroken(say("Over dit merkteken is al beslist."))


def _of_same_passage(mark: TextMark) -> Sequence[TextMark]:
    """The other marks on exactly this passage that still wait."""
    return [
        one
        for one in list_marks(mark.text)
        if one.id != mark.id
        and one.state is MarkState.OPEN
        and (one.starts_at, one.ends_at, one.passage) == (mark.starts_at, mark.ends_at, mark.passage)
    ]


def _settle(mark: TextMark, state: MarkState, on: date, reason: str = "") -> None:
    mark.state, mark.looked_at_on, mark.reason = state, on, reason.strip()


def _check_open(text: ReviewText, sheet: ReviewSheet | None, today: date) -> None:
    if text.withdrawn_at is not None:
        raise RuleBroken(say("Deze tekst is ingetrokken. Dank je wel dat je wou meelezen."))
    if sheet is not None:
        check_takes_answers(sheet.round.state, sheet.round.closes_on, today)


def _checked(text: ReviewText, why: str, proposal: str) -> tuple[str, str]:
    """What a reader wrote, tidy and nameless; what stands in the text itself may be repeated."""
    words = {"why": (why.strip(), passages.LONGEST_WHY), "proposal": (proposal.strip(), passages.LONGEST_PROPOSAL)}
    for field, (said, most) in words.items():
        if len(said) > most:
            raise RuleBroken(say("Dit zijn meer dan %(most)s tekens. Maak het korter.", most=most), field)
        check_nameless(_without_marks(said, text.body), field)
    return words["why"][0], words["proposal"][0]


def _without_marks(said: str, known: str | None = None) -> str:
    """The words without numbers and addresses; when `known` is given, only without those that it holds too."""
    for _time in range(MOST_KNOWN):
        found = find_personal_mark(said)
        if found is None or (known is not None and found[1] not in known) or found[1] not in said:
            break
        said = said.replace(found[1], "…")
    return said
