"""When a year can be closed and opened again, what proves that nothing changed, and how deadlines stand."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from portal.closing.types import ChecklistItem, Closure, DeadlineState, Difference, KeptRecord, MarkFacts
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Day, Wording, say

BEFORE = (30, 7, 1)  # days before a deadline on which a reminder goes out
WEEK = timedelta(days=7)
PURPOSE = b"portal: closed year"


def sentence_of_closed(closure: Closure, on: date) -> Wording:
    """What anybody hears who wants to change figures of a closed year; `on` is the day of closing in Brussels."""
    return say(
        "%(by)s heeft %(year)s afgesloten op %(day)s. De cijfers van dat jaar liggen vast. "
        "Moet er toch iets veranderen? Een coördinator kan het jaar heropenen, met een reden.",
        by=closure.closed_by,
        year=str(closure.year),
        day=Day(on),
    )


def sha256_of(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def digest_of(records: Iterable[KeptRecord]) -> str:
    """One fingerprint of everything that is kept; the order in which it comes does not matter."""
    return digest_of_lines((one.kind, sha256_of(one.content)) for one in records)


def digest_of_lines(lines: Iterable[tuple[str, str]]) -> str:
    """The fingerprint out of names and their sha256, so that anybody can work it out again."""
    return sha256_of(text_of_lines(lines))


def text_of_lines(lines: Iterable[tuple[str, str]]) -> str:
    """The text under the fingerprint: "<sha256>  <name>" and a new line for each, in the order of the names."""
    return "".join(f"{found}  {kind}\n" for kind, found in sorted(lines))


def signature_of(digest: str, secret: str) -> str:
    """What only this installation can make of a fingerprint."""
    key = hmac.new(secret.encode("utf-8"), PURPOSE, hashlib.sha256).digest()
    return hmac.new(key, digest.encode("ascii"), hashlib.sha256).hexdigest()


def is_signed(digest: str, signature: str, secret: str) -> bool:
    return hmac.compare_digest(signature_of(digest, secret), signature)


def check_closing(items: Sequence[ChecklistItem], *, seen: bool) -> None:
    """Raises RuleBroken while errors stand, or warnings that nobody has seen."""
    errors = sum(one.count for one in items if one.blocks)
    if errors:
        raise RuleBroken(
            say("Er zijn nog fouten (%(count)s). Los ze eerst op. Dan kan je het jaar afsluiten.", count=errors)
        )
    if items and not seen:
        raise RuleBroken(say("Vink aan dat je de waarschuwingen hebt gezien."), "seen")


def check_year_over(year: int, today: date) -> None:
    """Raises RuleBroken when the year still runs."""
    if today <= date(year, 12, 31):
        raise RuleBroken(
            say("%(year)s loopt nog. Je kan het jaar afsluiten vanaf %(day)s.", year=str(year), day=_first_day(year))
        )


def _first_day(year: int) -> Day:
    return Day(date(year + 1, 1, 1))


def check_reason(reason: str) -> str:
    """The reason for opening a year again, without spaces around it; a few words at least."""
    text = " ".join(reason.split())
    if len(text) < 5:
        raise RuleBroken(say("Schrijf waarom je het jaar heropent."), "reason")
    return text


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, Difference]:
    """What became of each kept thing, by its sha256."""
    found = {}
    for kind in sorted({*before, *after}):
        if kind not in before:
            found[kind] = Difference.ADDED
        elif kind not in after:
            found[kind] = Difference.GONE
        else:
            found[kind] = Difference.SAME if before[kind] == after[kind] else Difference.CHANGED
    return found


def state_of(due: date | None, mark: MarkFacts, today: date) -> DeadlineState:
    """How a deadline stands; what is done or left out stays so, whatever the date."""
    if mark.done_on is not None:
        return DeadlineState.DONE
    if mark.skipped_reason:
        return DeadlineState.SKIPPED
    return DeadlineState.OVERDUE if due is not None and due < today else DeadlineState.OPEN


def needs_reminder(due: date | None, mark: MarkFacts, today: date) -> bool:
    """30, 7 and 1 days before, and every week after; a day that was missed is made good once."""
    if due is None or mark.done_on is not None or mark.skipped_reason:
        return False
    last = mark.reminded_on
    if due < today:
        return last is None or last <= due or today - last >= WEEK
    moments = [due - timedelta(days=days) for days in BEFORE]
    passed = [one for one in moments if one <= today]
    return bool(passed) and (last is None or last < max(passed))


def check_mark(mark: MarkFacts, today: date) -> None:
    """Raises RuleBroken for a day of doing that is still to come, or done and left out at once."""
    if mark.done_on is not None and mark.done_on > today:
        raise RuleBroken(say("Deze dag moet nog komen. Vul in wanneer het gedaan is."), "done_on")
    if mark.done_on is not None and mark.skipped_reason:
        raise RuleBroken(say("Gedaan of overgeslagen: kies één van de twee."), "skipped_reason")
