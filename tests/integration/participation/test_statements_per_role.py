"""Pages with voices cost every role as many statements of few voices as of many, and never more than twelve."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from flask import Flask

from tests.integration.participation.conftest import Talk

MOST_STATEMENTS = 12


def speak(talk: Talk, numbers: Iterable[int]) -> None:
    for number in numbers:
        about = talk.world.action(talk.plan, talk.sport, f"Actie {number}")
        waiting = talk.world.voice(
            talk.network, f"Wacht {number}", action_id=about.id, typed_by_id=talk.people["expert"].id
        )
        told = talk.world.told_back(talk.world.voice(talk.network, f"Verteld {number}", action_id=talk.action.id))
        for voice in (waiting, told):
            talk.world.effect(voice, about)


def counted(talk: Talk, app: Flask, who: str, counting: Callable[[], Any]) -> dict[str, int]:
    found = {}
    for address in (talk.href(), talk.front, talk.action_page, talk.page(2)):
        app.extensions["memory"].forget()
        with counting() as statements:
            assert talk.clients[who].get(address).status_code == 200
        found[address] = len(statements)
    return found


@pytest.mark.parametrize("who", ["coordinator", "sport", "expert", "viewer"])
def test_six_times_as_many_voices_cost_as_many_statements(
    talk: Talk, app: Flask, who: str, counting_statements: Callable[[], Any]
) -> None:
    speak(talk, range(2))
    few = counted(talk, app, who, counting_statements)
    speak(talk, range(2, 12))
    assert counted(talk, app, who, counting_statements) == few
    assert {address: number for address, number in few.items() if number > MOST_STATEMENTS} == {}
