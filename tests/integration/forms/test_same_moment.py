"""Two requests at the very same moment, each in a thread of its own, as a server has them."""

from __future__ import annotations

from threading import Barrier, Thread
from typing import Any

import pytest
from flask.testing import FlaskClient

from portal.extensions import db
from portal.history.models import Change
from portal.plans.models import Action
from tests.forms import values_of
from tests.integration.forms.conftest import Forms
from tests.integration.forms.test_double_taps import NEW

TIMES = 4


def together(forms: Forms, endpoint: str, *sendings: dict[str, Any]) -> list[int]:
    """The status of each answer, when all are sent at once."""
    with forms.client(endpoint).session_transaction() as held:
        session = dict(held)
    clients = [FlaskClient(forms.app, forms.app.response_class) for _one in sendings]
    for client in clients:
        with client.session_transaction() as own:
            own.update(session)
            own.permanent = True
    gate, href, answers = Barrier(len(sendings)), forms.href(endpoint), [0] * len(sendings)

    def send(at: int) -> None:
        gate.wait(10)
        answers[at] = clients[at].post(href, data=sendings[at]).status_code

    threads = [Thread(target=send, args=(at,)) for at in range(len(sendings))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(answers)


@pytest.mark.parametrize("endpoint", ["plans.log_contribution", "funding.record_expense", "plans.add_indicator"])
def test_two_taps_at_the_same_moment_make_one_record(forms: Forms, endpoint: str) -> None:
    _page, opened = forms.open(endpoint)
    with forms.app.app_context():
        before = db.session.query(Change).filter_by(kind="added").count()
    data = opened | NEW[endpoint]
    assert together(forms, endpoint, data, data) == [302, 302]
    with forms.app.app_context():
        first = db.session.query(Change).filter_by(kind="added").count() - before
    _page, opened = forms.open(endpoint)
    assert forms.send(endpoint, opened | NEW[endpoint]).status_code == 302
    with forms.app.app_context():
        assert db.session.query(Change).filter_by(kind="added").count() - before == 2 * first


def test_of_several_people_who_save_at_the_same_moment_one_is_first_and_the_others_are_told(forms: Forms) -> None:
    endpoint = "plans.edit_action"
    page, opened = forms.open(endpoint)
    titles = [f"Titel {number}" for number in range(TIMES)]
    assert together(forms, endpoint, *(opened | {"title": title} for title in titles)) == [302] + [409] * (TIMES - 1)
    with forms.app.app_context():
        action = db.session.get_one(Action, forms.ids["action_id"])
        assert action.title in titles
        assert action.version == 2
    assert values_of(page)["title"] != action.title
