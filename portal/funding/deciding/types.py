"""The kinds of decision about the law."""

from __future__ import annotations

from enum import StrEnum

from portal.foundation.wording import say


class DecisionKind(StrEnum):
    SETTING = "setting"
    DEADLINE = "deadline"
    AMOUNT = "amount"


DECISION_KIND_LABELS = {
    DecisionKind.SETTING: say("getal van een regelgeving"),
    DecisionKind.DEADLINE: say("dag die telt"),
    DecisionKind.AMOUNT: say("bedrag of aantal van een jaar"),
}
