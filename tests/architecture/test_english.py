"""The English of the portal is whole: every sentence, every parameter, every tag, every choice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message

from portal.foundation.actor import ROLE_LABELS
from portal.foundation.wording import Wording
from portal.funding import types as funding
from portal.network import types as network
from portal.plans import types as plans
from tests.tools import catalogue

TAG = re.compile(r"</?[a-z][^>]*>")
CHOICES: dict[str, Mapping[Any, Wording]] = {
    "role": ROLE_LABELS,
    "partner kind": network.PARTNER_KIND_LABELS,
    "partner role": network.PARTNER_ROLE_LABELS,
    "purpose": network.PARTNER_PURPOSE_LABELS,
    "plan status": plans.PLAN_STATUS_LABELS,
    "action status": plans.ACTION_STATUS_LABELS,
    "threshold": plans.THRESHOLD_LABELS,
    "track": plans.TRACK_LABELS,
    "domain": plans.DOMAIN_LABELS,
    "spending": plans.SPENDING_CATEGORY_LABELS,
    "target group": plans.TARGET_GROUP_LABELS,
    "carrier role": plans.CARRIER_ROLE_LABELS,
    "expense kind": funding.EXPENSE_KIND_LABELS,
    "expense stage": funding.EXPENSE_STAGE_LABELS,
    "owner": funding.OWNER_LABELS,
}


@pytest.fixture(scope="module")
def english() -> Catalog:
    return catalogue.kept_catalogue()


def texts(said: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def tags_differ(message: Message) -> bool:
    dutch = Counter(TAG.findall(texts(message.id)[0]))
    return any(Counter(TAG.findall(text)) != dutch for text in texts(message.string))


def test_every_sentence_has_english_with_the_same_parameters() -> None:
    assert list(catalogue.problems()) == []


def test_english_keeps_the_tags_of_the_dutch(english: Catalog) -> None:
    assert [message.id for message in english if message.id and tags_differ(message)] == []


def test_another_tag_in_the_english_is_found() -> None:
    assert tags_differ(Message("<strong>Nee</strong>", "<em>No</em>"))
    assert not tags_differ(Message("<strong>Nee</strong>", "<strong>No</strong>"))


@pytest.mark.parametrize("name", CHOICES)
def test_each_choice_of_a_list_has_english_words_of_its_own(name: str, english: Catalog) -> None:
    words = []
    for label in CHOICES[name].values():
        message = english.get(label.msgid)
        assert message is not None, label.msgid
        words.append(message.string)
    assert len(set(words)) == len(words)


def test_sentences_are_found_in_rules_forms_and_templates() -> None:
    said = catalogue.sentences_of_the_code()
    places = {place.split("/")[0] for message in said for place, _line in message.locations}
    assert places == {"portal", "templates"}
    assert "Wachtwoord" in said
