"""What the API answers to "Is this allowed?"; pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.foundation.money import euros_text
from portal.foundation.wording import Wording
from portal.funding.costs import (
    Answer,
    Match,
    Subject,
    answers_for,
    best_verdict,
    in_other_years,
    questions_about,
    what_else_pays,
)
from portal.funding.regimes import YearLaw

Words = Callable[[Wording], str]
Kept = Callable[[str], str]


def allowed_answer(query: str, law: YearLaw, matches: tuple[Match, ...], words: Words, kept: Kept) -> dict[str, Any]:
    """The costs that were recognised with what the year says of each, those that are near, and whom to ask."""
    sure = [match for match in matches if match.is_sure]
    return {
        "query": query,
        "year": law.year,
        "known": bool(sure),
        "costs": [_cost(match, law, words, kept) for match in sure],
        "nearest": [_name(match.subject) for match in matches if not match.is_sure],
        "questions": [
            {"to": words(one.to), "address": one.address or None, "title": one.title, "text": one.text}
            for one in questions_about(query, law)
        ]
        if query
        else [],
    }


def _name(subject: Subject) -> dict[str, str]:
    return {"cost": subject.key, "dutch": subject.dutch, "english": subject.english}


def _cost(match: Match, law: YearLaw, words: Words, kept: Kept) -> dict[str, Any]:
    answers = answers_for(match.subject, law)
    return _name(match.subject) | {
        "score": round(match.score, 3),
        "verdict": best_verdict(answers).value,
        "answers": [_answer(one, words, kept) for one in answers],
        "other_sources": [
            {"stream": one.stream.code, "message": words(one.sentence)} for one in what_else_pays(answers, law)
        ],
        "other_years": [
            {
                "entry": one.entry.id,
                "stream": one.entry.of.stream or None,
                "verdict": one.entry.verdict.value,
                "first_year": one.first_year,
                "last_year": one.last_year,
                "source": kept(one.entry.source),
            }
            for one in in_other_years(match.subject, law)
        ],
    }


def _answer(one: Answer, words: Words, kept: Kept) -> dict[str, Any]:
    return {
        "entry": one.entry.id if one.entry else None,
        "level": one.level.value,
        "stream": one.stream.code if one.stream else None,
        "verdict": one.verdict.value,
        "category": words(one.category) if one.category else None,
        "condition": words(one.condition) if one.condition else None,
        "most": euros_text(one.cap_cents) if one.cap_cents is not None else None,
        "most_per": one.cap_per.value if one.cap_per else None,
        "rule": one.rule,
        "source": kept(one.source),
        "certainty": one.certainty.value,
    }
