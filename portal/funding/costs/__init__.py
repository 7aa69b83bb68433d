"""Is this allowed? The cost lists of all regimes as data, the search in them, and the answer for a year."""

from portal.funding.costs.answers import Answer, answers_for, best_verdict, in_other_years, what_else_pays
from portal.funding.costs.asking import Question, questions_about
from portal.funding.costs.register import ENTRIES, subjects
from portal.funding.costs.search import Match, find_costs
from portal.funding.costs.suggesting import Suggestion, suggest_stream, why
from portal.funding.costs.types import CAP_LABELS, VERDICT_LABELS, CostEntry, Subject, Verdict

__all__ = [
    "CAP_LABELS",
    "ENTRIES",
    "VERDICT_LABELS",
    "Answer",
    "CostEntry",
    "Match",
    "Question",
    "Subject",
    "Suggestion",
    "Verdict",
    "answers_for",
    "best_verdict",
    "find_costs",
    "in_other_years",
    "questions_about",
    "subjects",
    "suggest_stream",
    "what_else_pays",
    "why",
]
