"""A text that is read along, with marks that wait and marks that were decided about."""

from __future__ import annotations

from portal.foundation.clock import now, today
from portal.network.models import Network
from portal.reviews.models import ReviewText, TextMark
from portal.reviews.operations.marks import decline_mark, put_mark
from portal.reviews.operations.texts import add_text
from portal.reviews.types import TextKind

BODY = "De kaart is er. De tegemoetkoming wordt na indiening toegekend. Tot dan."


def mark(text: ReviewText, passage: str, **values: str) -> TextMark:
    start = text.body.index(passage)
    return put_mark(
        text,
        starts_at=start,
        ends_at=start + len(passage),
        passage=passage,
        text_version=text.version,
        why=values.get("why", "Wat is dit?"),
        proposal=values.get("proposal", "Je krijgt geld terug."),
        at=now(),
        today=today(),
    )


def read_texts(network: Network, partner_id: int, again: ReviewText | None = None) -> dict[str, int]:
    """One more text with marks, and more marks in the same text when one is given; the ids of the first."""
    made = add_text(network, title="Folder", kind=TextKind.BROCHURE, body=BODY, partner_id=partner_id)
    ids = {"text_id": made.id, "mark_id": 0}
    for text in [made, *([again] if again is not None else [])]:
        ids["mark_id"] = mark(text, "De tegemoetkoming wordt na indiening toegekend.").id
        decided = mark(text, "Tot dan.", why="Wanneer dan?")
        decline_mark(decided, reason="Dat staat op de kaart.", text_version=text.version, on=today())
    return ids
