"""Everything that changes leaves a trace, and nothing gets past it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from portal.extensions import db
from portal.history.models import Change
from portal.history.queries import list_changes
from portal.history.recording import is_recorded, watch
from portal.network import operations as networks
from portal.network.models import Partner
from tests.forms import values_of
from tests.pages import text_of

# Tables whose rows are no facts of the work: reference data, counters, and text on its way back into a form.
# Each raised hand would be a line of its own: the sitting is told, its counters are not.
UNRECORDED = {"municipality", "change", "revision", "attempt", "hand_count", "kept_input", "outgoing_mail", "sent_form"}
UNRECORDED |= {"closed_record", "job"}  # kept texts of a year that is told itself, and work beside the pages


def all_models():
    return [mapper.class_ for mapper in db.Model.registry.mappers]


def test_every_table_is_recorded_or_stands_on_the_short_list():
    assert {model.__tablename__ for model in all_models() if not is_recorded(model)} == UNRECORDED


def test_every_recorded_column_has_words(app):
    silent = {"id", "network_id", "version"}
    for model in all_models():
        if is_recorded(model):
            columns = {column.key for column in model.__mapper__.column_attrs}
            missing = columns - silent - set(model.labels) - model.unrecorded
            assert missing == set(), f"{model.__tablename__}: {missing}"


def test_every_record_says_its_name_in_the_history(app):
    for model in all_models():
        if is_recorded(model):
            assert model.__str__ is not object.__str__, model.__tablename__


def test_adding_tells_every_filled_field(app, world):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    with app.app_context():
        changes = list_changes("partner", partner.id, network.id)
        told = {(change.subject_type, change.kind) for change in changes}
        assert told == {("partner", "added"), ("membership", "added")}
        fields = next(change.fields for change in changes if change.subject_type == "partner")
    assert fields["name"] == [None, "Sportdienst"]
    assert fields["kind"] == [None, {"enum": "PartnerKind", "code": "sport"}]


def test_a_second_application_in_the_process_tells_nothing_twice(app, world):
    watch(db.session)
    network = world.network("Heist")
    with app.app_context():
        assert len(list_changes("network", network.id, network.id)) == 2  # the network and its municipality


def test_changing_tells_old_and_new_and_who(app, world):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    with world.saving():
        db.session.get_one(Partner, partner.id).name = "Sport en bewegen"
    with app.app_context():
        newest = list_changes("partner", partner.id, network.id)[0]
    assert newest.fields == {"name": ["Sportdienst", "Sport en bewegen"]}
    assert (newest.by, newest.via, newest.kind) == ("proef", "test", "changed")


def test_saving_the_same_value_tells_nothing(app, world):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    with app.app_context():
        before = len(list_changes("partner", partner.id, network.id))
    with world.saving():
        found = db.session.get_one(Partner, partner.id)
        found.name = "Iets anders"
        found.name = "Sportdienst"
    with app.app_context():
        assert len(list_changes("partner", partner.id, network.id)) == before


def test_a_change_that_is_not_saved_leaves_no_trace(app, world):
    network = world.network("Heist")
    with app.app_context():
        db.session.get_one(type(network), network.id).name = "Weg"
        db.session.flush()
        db.session.rollback()
        assert [change.kind for change in list_changes("network", network.id, network.id)] == [
            "added",
            "added",
        ]


def test_money_and_dates_are_told_as_such(app, world):
    network = world.network("Heist")
    partner = world.partner(network)
    with world.saving():
        networks.sign_agreement(
            db.session.get_one(Partner, partner.id),
            title="Kooklessen",
            starts_on=date(2025, 1, 1),
            ends_on=None,
            amount_cents=280_000,
        )
    with app.app_context():
        told = list_changes("partner", partner.id, network.id)[0].fields
    assert told["amount_cents"] == [None, {"cents": 280_000}]
    assert told["starts_on"] == [None, {"day": "2025-01-01"}]


def test_a_long_text_is_kept_whole_and_a_change_in_its_tail_is_seen(app, world, sign_in):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    text = "Deze vereniging helpt al jaren mee aan het netwerk. " * 90
    for tail in ("Bel op maandag.", "Bel op dinsdag."):
        with world.saving():
            db.session.get_one(Partner, partner.id).note = text + tail
    with app.app_context():
        old, new = list_changes("partner", partner.id, network.id)[0].fields["note"]
    assert len(text) > 4500
    assert (old, new) == (text + "Bel op maandag.", text + "Bel op dinsdag.")
    page = text_of(sign_in(world.coordinator(network)).get(f"/networks/heist/partners/{partner.id}"))
    assert "… netwerk. Deze vereniging helpt al jaren mee aan het netwerk. Bel op maandag. → werd …" not in page
    assert "Bel op maandag. → werd … " in page


def test_mass_changes_of_recorded_tables_are_refused(app, world):
    world.partner(world.network("Heist"))
    with app.app_context():
        with pytest.raises(PermissionError):
            db.session.execute(update(Partner).values(name="allemaal"))
        with pytest.raises(PermissionError):
            db.session.execute(delete(Partner))


def test_the_history_cannot_be_changed_through_the_application(app, world):
    world.network("Heist")
    with app.app_context():
        change = db.session.query(Change).first()
        change.by = "iemand anders"
        with pytest.raises(PermissionError):
            db.session.flush()
        db.session.rollback()
        with pytest.raises(PermissionError):
            db.session.execute(delete(Change))


@pytest.mark.parametrize("statement", ["UPDATE \"change\" SET by = 'x'", 'DELETE FROM "change"'])
def test_the_database_itself_refuses_to_change_the_history(app, world, statement):
    world.network("Heist")
    with app.app_context():
        with pytest.raises(DatabaseError, match="only added to"):
            db.session.execute(text(statement))
        db.session.rollback()


def test_the_page_of_a_record_tells_its_changes_in_plain_words(world, sign_in):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    account = world.coordinator(network, name="Ann")
    client = sign_in(account)
    edit = f"/networks/heist/partners/{partner.id}/edit"
    wanted = {"name": "Sport en bewegen", "kind": "sport", "purposes": ["guiding"]}
    assert client.post(edit, data=values_of(client.get(edit)) | wanted).status_code == 302
    page = text_of(client.get(f"/networks/heist/partners/{partner.id}"))
    assert "Ann veranderde: partner Sport en bewegen" in page
    assert "naam: Sportdienst → werd Sport en bewegen" in page
    assert "waarvoor: toeleiden" in page


def test_secrets_never_enter_the_history(app, world):
    account = world.account(name="Ann")
    with app.app_context():
        told = " ".join(str(change.fields) for change in db.session.query(Change))
    assert account.password_hash not in told
    assert account.session_mark not in told


def test_the_history_reads_in_english_too(app, world, sign_in):
    network = world.network("Heist")
    client = sign_in(world.coordinator(network))
    world.grant(network, 2025)
    client.post("/language", data={"language": "en", "next": "/"})
    page = text_of(client.get("/networks/heist/history"))
    assert "drawing right" in page.lower()
    assert "drawing-right" not in page.partition("stream")[2][:60]
    assert "added:" in page
