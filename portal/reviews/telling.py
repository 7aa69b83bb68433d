"""What readers said as one text, in Dutch whatever the language of who asks for it."""

from __future__ import annotations

from portal.meetings.letters import in_dutch
from portal.reviews.opinions import summary_of
from portal.reviews.rules import Tally
from portal.web.language import in_words


def summary_text(tally: Tally) -> str:
    """The words of the voice of an action's readers: one sentence on a line."""
    with in_dutch():
        return "\n".join(in_words(one) for one in summary_of(tally))
