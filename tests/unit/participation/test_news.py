"""What is told to who spoke and what a report may say, sentence by sentence."""

from __future__ import annotations

import pytest

from portal.meetings.types import DecisionStatus
from portal.participation.news import Came, report_sentences, tiding_news
from portal.participation.types import EffectKind, Outcome, TidingKind
from portal.plans.types import ActionStatus, Threshold

SILENT = {"quote": "", "threshold": None, "about": "", "outcome": None, "reason": "", "came": ()}


def said(**values) -> str:
    return " ".join(str(one) for one in report_sentences(**(SILENT | values)))


@pytest.mark.parametrize("status", list(ActionStatus))
def test_every_status_of_an_action_has_news_of_its_own(status: ActionStatus) -> None:
    news = {str(tiding_news(TidingKind.ACTION_MOVED, one.value, "Zwemmen")) for one in ActionStatus}
    assert len(news) == len(ActionStatus)
    assert "Zwemmen" in str(tiding_news(TidingKind.ACTION_MOVED, status.value, "Zwemmen"))


def test_every_status_of_a_decision_has_news_of_its_own() -> None:
    news = {str(tiding_news(TidingKind.DECISION_MOVED, one.value, "Later beginnen")) for one in DecisionStatus}
    assert len(news) == len(DecisionStatus)


def test_a_percent_sign_in_a_title_harms_nothing() -> None:
    assert "50 % korting %(what)s" in str(tiding_news(TidingKind.ACTION_MOVED, "done", "50 % korting %(what)s"))


def test_the_report_quotes_only_what_it_is_given() -> None:
    assert said(quote="Te  duur.\nEcht.") == "Mensen zeiden: “Te duur. Echt.” Het netwerk denkt er nog over na."
    assert said(about="Zwemmen").startswith("Mensen zeiden iets over “Zwemmen”.")
    assert said(threshold=Threshold.MONEY).startswith("Mensen zeiden iets over de drempel “geld”.")
    assert said().startswith("Mensen lieten weten wat beter kan.")


def test_the_report_says_therefore_or_why_not() -> None:
    came = (
        Came("De les begint later.", True, EffectKind.OPENED),
        Came("Zwemmen", False, EffectKind.OPENED),
        Came("Turnen", False, EffectKind.CHANGED, "Om tien uur."),
    )
    text = said(outcome=Outcome.ADOPTED, came=came)
    assert "Daarom besliste het netwerk: “De les begint later”." in text
    assert "Daarom begon het netwerk met “Zwemmen”." in text
    assert "Daarom veranderde het netwerk “Turnen”. Om tien uur." in text
    assert said(outcome=Outcome.NOT_ADOPTED, reason="Geen zaal.").endswith("De reden: Geen zaal.")
    assert said(outcome=Outcome.PARTLY_ADOPTED).endswith("Het netwerk neemt dit mee.")
