"""The voice dashboard: what each role sees, hand-counted numbers, and years with nothing, one voice or very many."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import jsonschema
import pytest
from sqlalchemy import insert

from portal.dashboards.voice_rows import list_voice_rows
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.meetings.models import Decision, Meeting
from portal.meetings.operations.contacts import note_contact
from portal.meetings.operations.meetings import cancel_meeting
from portal.meetings.operations.minutes import decide
from portal.meetings.types import ActionEffect, DecisionStatus, MeetingPlace, Presence
from portal.network.models import Network
from portal.network.types import PartnerKind
from portal.participation.models import Voice
from portal.participation.operations import link_effect, withdraw_voice
from portal.participation.types import Channel, EffectKind, Outcome, Speaker, VoiceState
from portal.plans.models import Action
from portal.plans.types import ActionStatus, Threshold
from portal.reviews.operations import rounds, sheets
from portal.reviews.types import Helps, Question
from tests.factories.meetings import plan as plan_meeting
from tests.tools.golden import assert_golden

TODAY = date(2026, 11, 21)
PAGE, ANSWER = "/networks/heist/2026/voice", "/api/v1/networks/heist/2026/voice"


@pytest.fixture(autouse=True)
def _always_the_same_day(monkeypatch):
    monkeypatch.setattr("portal.dashboards.routes.reading.today", lambda: TODAY)


@pytest.fixture
def heard(world):
    """Five voices of 2026 and one of 2025, four actions, two meetings that were held, and a contact."""
    network = world.network("Heist")
    association = world.partner(network, "Den Draai", PartnerKind.POVERTY_ASSOCIATION)
    plan = world.plan(network, 2026)
    bus, card, swim = (world.action(plan, association, title) for title in ("Bus", "Kaart", "Zwemmen"))
    gone = world.action(plan, association, "Gestopt", status=ActionStatus.DROPPED)
    first = world.told_back(world.voice(network, "De bus", action_id=bus.id, threshold=Threshold.TRANSPORT))
    world.effect(first, bus, EffectKind.OPENED)
    world.effect(world.answered(world.voice(network, "De kaart", channel=Channel.INFORMAL)), gone)
    refused = world.voice(network, "Nee", channel=Channel.VISIT, speaker=Speaker.WORKER, action_id=card.id)
    world.told_back(refused, outcome=Outcome.NOT_ADOPTED)
    world.voice(network, "Nieuw", channel=Channel.LETTER_BOX, received_on=date(2026, 11, 11))
    world.voice(network, "Vroeger", received_on=date(2025, 5, 5))
    taken_back = world.voice(network, "Weg")
    with world.saving():
        withdraw_voice(db.session.get_one(Voice, taken_back.id), at=now())
        held = db.session.get_one(Network, network.id)
        _meetings(held, association.id)
        note_contact(network.id, on=date(2026, 5, 1), with_whom="Buurtwerk", today=TODAY)
    return network, {"bus": bus.id, "card": card.id, "swim": swim.id}


def _meetings(network, association_id):
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    first = plan_meeting(network, "Bij Den Draai", at, place_kind=MeetingPlace.ASSOCIATION)
    first.experts_count = 4
    db.session.flush()
    db.session.execute(
        insert(db.metadata.tables["attendance"]).values(
            network_id=network.id, meeting_id=first.id, partner_id=association_id, presence=Presence.PRESENT
        )
    )
    plan_meeting(network, "In het stadhuis", at + timedelta(30))
    cancel_meeting(plan_meeting(network, "Afgelast", at + timedelta(60)))
    plan_meeting(network, "Nog te komen", datetime(2026, 12, 30, 12, tzinfo=UTC))


def test_the_numbers_of_a_year_are_those_counted_by_hand(heard, sign_in, world):
    network, _ids = heard
    answer = sign_in(world.coordinator(network)).get(ANSWER).get_json()
    assert answer["voices"] == 4
    assert {one["key"]: one["voices"] for one in answer["by_road"]} == {"formal": 1, "informal": 2, "written": 1}
    assert {one["key"]: one["voices"] for one in answer["by_threshold"] if one["voices"]} == {"transport": 1, "none": 3}
    assert answer["told_back"] == {
        "share": 0.5,
        "told": 2,
        "not_told": 2,
        "in_time": 2,
        "late": 0,
        "decided_not_told": 1,
        "undecided": 1,
    }
    # A dropped action is no change: only the bus counts.
    assert (answer["direction"]["share"], answer["direction"]["changed_something"]) == (0.25, 1)
    assert answer["direction"]["adopted_without_effect"] == 1
    # From 10 January to 1 February is 22 days; from 11 to 21 November 10.
    assert answer["answer_times"]["to_decision"] == {
        "count": 3,
        "median_days": 22.0,
        "percentile_90_days": 22,
        "longest_days": 22,
    }
    assert answer["answer_times"]["age_undecided"]["longest_days"] == 10
    assert answer["actions"] == {
        "total": 3,
        "share_with_voice": pytest.approx(2 / 3, abs=1e-6),
        "opened": 1,
        "changed": 0,
        "about": 1,
        "without_voice": ["Zwemmen"],
    }
    assert answer["meetings"] == {
        "held": 2,
        "at_association": 1,
        "with_association": 1,
        "with_experts": 1,
        "without_count_of_experts": 1,
        "experts": 4,
        "review_rounds": 0,
        "informal_contacts": 1,
    }
    assert [(one["year"], one["voices"]) for one in answer["trend"]] == [(2025, 1), (2026, 4)]


def test_the_answer_is_as_somebody_agreed(heard, sign_in, world):
    answer = sign_in(world.coordinator(heard[0])).get(ANSWER).get_json()
    assert_golden("api-voice.json", json.dumps(answer, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_gets_the_page_and_an_answer_that_keeps_to_its_description(heard, sign_in, world, role):
    network, ids = heard
    partner = world.partner(network) if role is Role.PARTNER else None
    client = sign_in(world.account(network, role, partner))
    page = client.get(PAGE).get_data(as_text=True)
    assert f"/networks/heist/2026/actions/{ids['swim']}" in page
    assert "€" not in page
    description = client.get("/api/v1/openapi.json").get_json()
    schema = {"$ref": "#/components/schemas/Voice", "components": description["components"]}
    answer = client.get(ANSWER).get_json()
    jsonschema.validate(answer, schema)
    assert answer["small_groups_hidden"] is (role in (Role.VIEWER, Role.APPROVER))


def test_who_only_reads_along_gets_no_group_under_five_on_any_way(heard, sign_in, world):
    client = sign_in(world.account(heard[0], Role.VIEWER))
    page = client.get(PAGE).get_data(as_text=True)
    assert "niet getoond" in page
    assert "keer veranderde er iets" not in page
    answer = client.get(ANSWER).get_json()
    assert (answer["voices"], answer["told_back"]["share"], answer["by_channel"]) == (None, None, [])
    assert answer["meetings"]["experts"] is None
    for key in ("by-channel", "waiting"):
        assert client.get(f"/networks/heist/2026/figures/voice/{key}.csv").status_code == 404
        assert client.get(f"/networks/heist/2026/figures/voice/{key}.json").status_code == 404
    assert client.get("/networks/heist/2026/figures/voice/told.csv").status_code == 404
    trend = client.get("/networks/heist/2026/figures/voice/trend-counts.csv").get_data(as_text=True)
    assert [line.split(";")[1] for line in trend.splitlines()[1:]] == ["–", "–"]
    assert "zeiden mensen" not in client.get("/networks/heist?year=2026").get_data(as_text=True)


def test_of_enough_voices_who_only_reads_along_sees_all_but_the_small_groups(heard, sign_in, world):
    network, _ids = heard
    for number in range(8):
        world.voice(network, f"Nog {number}", threshold=Threshold.MONEY, channel=Channel.INFORMAL)
    client = sign_in(world.account(network, Role.VIEWER))
    answer = client.get(ANSWER).get_json()
    assert (answer["voices"], answer["told_back"]["told"], answer["told_back"]["not_told"]) == (12, None, None)
    assert {one["key"]: one["voices"] for one in answer["by_threshold"] if one["voices"] != 0} == {
        "money": None,
        "transport": None,
        "none": None,
    }
    told = client.get("/networks/heist/2026/figures/voice/told.csv").get_data(as_text=True)
    assert not any(sign.isdigit() for sign in told.partition("\n")[2])
    assert "Niet getoond, omdat de groep te klein is" in client.get(PAGE).get_data(as_text=True)


def test_a_token_of_who_only_reads_along_sees_as_little(heard, sign_in, client, world):
    owner = sign_in(world.account(heard[0], Role.VIEWER))
    page = owner.post("/account/tokens", data={"name": "Excel"}).get_data(as_text=True)
    token = page.partition('<code class="secret">')[2].partition("<")[0]
    answer = client.get(ANSWER, headers={"Authorization": f"Bearer {token}"}).get_json()
    assert answer["small_groups_hidden"] is True


def test_every_figure_has_its_table_and_the_survey_stands_beside_ours(heard, sign_in, world):
    client = sign_in(world.coordinator(heard[0]))
    page = client.get(PAGE).get_data(as_text=True)
    assert page.count("Vergelijk de twee niet als gelijke getallen.") == 2
    assert "OASeS" in page
    for key in ("direction", "told", "time", "waiting", "by-threshold", "roads", "meetings", "actions", "trend-days"):
        table = client.get(f"/networks/heist/2026/figures/voice/{key}.csv")
        assert table.status_code == 200, key
        assert len(table.get_data(as_text=True).splitlines()) > 1
    for address in [part.partition('"')[0] for part in page.split('data-chart="')[1:]]:
        assert set(client.get(address).get_json()) >= {"data", "layout"}


def test_another_figure_stands_in_its_place_when_it_is_asked(heard, sign_in, world):
    client = sign_in(world.coordinator(heard[0]))
    page = client.get(f"{PAGE}?by=speaker&trend=shares").get_data(as_text=True)
    assert 'id="figure-by-speaker"' in page
    assert 'id="figure-by-channel"' not in page
    assert 'id="figure-trend-shares"' in page
    assert 'id="figure-by-channel"' in client.get(f"{PAGE}?by=nonsense").get_data(as_text=True)


def test_the_front_page_tells_how_often_people_were_heard(heard, sign_in, world):
    page = sign_in(world.coordinator(heard[0])).get("/networks/heist?year=2026").get_data(as_text=True)
    assert "In 2026 zeiden mensen 4 keer iets. 2 keer vertelden we terug wat we ermee deden." in page
    assert f'href="{PAGE}"' in page


def test_an_empty_network_and_a_year_without_anything_say_so(heard, sign_in, world):
    bare = world.network("Mechelen", nis="12025")
    client = sign_in(world.coordinator(bare))
    page = client.get("/networks/mechelen/2026/voice").get_data(as_text=True)
    assert "In 2026 is er nog geen inbreng, geen overleg en geen actie." in page
    assert "/networks/mechelen/voices/record" in page
    known = sign_in(world.coordinator(heard[0]))
    assert "In 2031 is er nog geen inbreng" in known.get("/networks/heist/2031/voice").get_data(as_text=True)
    assert known.get("/networks/heist/2031/figures/voice/told.csv").status_code == 404
    assert known.get("/networks/heist/2031/figures/voice/meetings.csv").status_code == 200
    assert known.get("/networks/heist/1999/voice").status_code == 404
    assert known.get("/networks/heist/2003/voice").status_code == 200


def test_a_year_with_actions_and_no_voice_shows_what_is_around_it(sign_in, world):
    network = world.network("Heist")
    world.action(world.plan(network, 2026), title="Zwemmen")
    page = sign_in(world.coordinator(network)).get(f"{PAGE}?by=threshold").get_data(as_text=True)
    assert "In 2026 is er nog geen inbreng opgeschreven." in page
    assert "Achter geen enkele actie zit inbreng" in page
    assert 'id="figure-told"' not in page


def test_one_voice_is_a_whole_dashboard(sign_in, world):
    network = world.network("Heist")
    world.told_back(world.voice(network))
    client = sign_in(world.coordinator(network))
    page = client.get(PAGE).get_data(as_text=True)
    assert "De beslissing kwam na 22 dagen." in page
    assert "Elke keer vertelden we terug wat we met de inbreng deden." in page
    assert "Alleen 2026 heeft cijfers." in page


def test_an_action_that_was_taken_over_keeps_the_voices_behind_it(heard, app, world):
    network, ids = heard
    with world.saving():
        next_plan = world.plan(network, 2027)
        later = world.action(next_plan, title="Bus", copied_from_id=ids["bus"])
        again = world.action(world.plan(network, 2028), title="Bus", copied_from_id=later.id)
    with app.app_context():
        assert {(row.action_id, row.standing) for row in list_voice_rows(network.id, 2028).behind} == {
            (again.id, "opened"),
            (again.id, "about"),
        }
        assert db.session.get_one(Action, again.id).year == 2028


def test_a_decision_that_came_of_a_voice_gives_direction_until_it_is_dropped(heard, sign_in, world):
    network, ids = heard
    said = world.voice(network, "Meer bussen")
    with world.saving():
        held = plan_meeting(db.session.get_one(Network, network.id), "Beslist", datetime(2026, 6, 1, tzinfo=UTC))
        swim = db.session.get_one(Action, ids["swim"])
        decision = decide(held, text="We vragen een bus.", effect=ActionEffect.ABOUT, action=swim)
        link_effect(db.session.get_one(Voice, said.id), decision=decision, kind=EffectKind.OPENED)
        key = decision.id
    client = sign_in(world.coordinator(network))
    answer = client.get(ANSWER).get_json()
    assert (answer["direction"]["changed_something"], answer["actions"]["about"]) == (2, 2)
    with world.saving():
        db.session.get_one(Decision, key).status = DecisionStatus.DROPPED
    answer = client.get(ANSWER).get_json()
    assert (answer["direction"]["changed_something"], answer["actions"]["about"]) == (1, 1)


def test_what_readers_of_a_round_said_is_behind_an_action(heard, app, sign_in, world):
    network, ids = heard
    with world.saving():
        about = db.session.get_one(Action, ids["swim"])
        held = rounds.prepare_round(
            db.session.get_one(Network, network.id),
            title="Lees mee",
            about=about,
            questions=[Question.HELPS.value],
            closes_on=TODAY + timedelta(30),
            today=TODAY,
        )
        rounds.open_round(held, today=TODAY)
        [(link, _secret)] = rounds.hand_out_links(held, count=1)
        sheet = sheets.begin_sheet(link, at=now(), today=TODAY)
        sheets.put_answer(sheet, about=held.actions[0], helps=Helps.YES, stops=[], fair=None, at=now())
    answer = sign_in(world.coordinator(network)).get(ANSWER).get_json()
    assert (answer["actions"]["about"], answer["actions"]["without_voice"]) == (2, [])
    assert answer["meetings"]["review_rounds"] == 1


def test_voices_of_another_network_are_not_counted(heard, sign_in, world):
    other = world.network("Mechelen", nis="12025")
    world.voice(other, "Elders")
    assert sign_in(world.coordinator(heard[0])).get(ANSWER).get_json()["voices"] == 4
    assert sign_in(world.coordinator(other)).get(ANSWER).status_code == 404


def test_very_many_voices_are_one_page_with_the_same_statements(heard, app, sign_in, world, counting_statements):
    network, _ids = heard
    row = {
        "network_id": network.id,
        "text": "Te duur.",
        "channel": Channel.MEETING,
        "speaker": Speaker.EXPERT,
        "received_on": date(2026, 2, 1),
        "promised_on": date(2026, 3, 1),
        "state": VoiceState.RECEIVED,
        "is_quote": False,
        "quote_consent": False,
        "on_behalf": False,
        "place": "",
        "origin": "",
        "version": 1,
    }
    client = sign_in(world.coordinator(network))
    app.extensions["memory"].forget()
    with counting_statements() as few:
        small = client.get(PAGE)
    with world.saving():
        db.session.connection().execute(insert(Voice.__table__), [row] * 5_000)
    app.extensions["memory"].forget()
    with counting_statements() as many:
        big = client.get(PAGE)
    assert len(many) == len(few) <= 12
    assert "5.004" in big.get_data(as_text=True)
    assert len(big.data) < len(small.data) + 2_000


def test_a_meeting_late_on_the_last_evening_belongs_to_that_year(world, app):
    network = world.network("Heist")
    with world.saving():
        plan_meeting(db.session.get_one(Network, network.id), "Oudejaar", datetime(2025, 12, 31, 22, 30, tzinfo=UTC))
        plan_meeting(db.session.get_one(Network, network.id), "Nieuwjaar", datetime(2025, 12, 31, 23, 30, tzinfo=UTC))
        assert db.session.query(Meeting).count() == 2
    with app.app_context():
        assert [row.on for row in list_voice_rows(network.id, 2025).meetings] == [date(2025, 12, 31)]
