"""Whatever the log keeps of a record is told in words, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask_babel import force_locale
from sqlalchemy import JSON, Boolean, Date, Integer, String

from portal.database import Base, Code, Codes, Moment
from portal.extensions import db
from portal.foundation.wording import Day, Euros, say
from portal.history.discretion import has_right
from portal.history.models import Change
from portal.history.recording import _plain, _told_columns, is_recorded
from portal.history.telling import change_lines, change_name, change_noun, written
from portal.history.words import noun_of, writer_of
from portal.network.types import PartnerPurpose
from portal.open_page.types import Section
from portal.plans.types import TargetGroup, Threshold
from portal.reviews.types import Question
from portal.transfer.lists import LISTINGS
from portal.web.filters import LABELS

# What people themselves typed, or names by which they know a thing; these stand in the log as they are.
TYPED = {
    "account": {"email", "name"},
    "action": {"title", "plain_sentence", "description", "place", "bbc_code", "origin"},
    "agenda_item": {"title", "owner_name", "note"},
    "agreement": {"title", "reference", "services", "form", "target_group", "justification_checked_by", "origin"},
    "api_token": {"name"},
    "closed_year": {"closed_by", "digest", "reopened_by", "reason"},
    "contact_moment": {"with_whom", "about", "outcome", "origin"},
    "contact_person": {"function"},
    "contribution": {"note", "origin"},
    "cooperation": {"title", "reference", "staff_function", "note", "origin"},
    "date_poll": {"title", "place"},
    "deadline_mark": {"skipped_reason"},
    "decision": {"text"},
    "expense": {
        "description",
        "supplier",
        "evidence_reference",
        "note",
        "withdrawn_reason",
        "origin",
        "submitted_by",
        "decided_by",
        "approval_remark",
    },
    "grant": {"reference", "note", "origin"},
    "group_member": {"name"},
    "indicator": {"name", "unit"},
    "invitation": {"email", "name"},
    "invitee": {"name"},
    "kept_finding": {"rule", "answer", "answered_by"},
    "law_decision": {"source"},
    "meeting": {"title", "place", "chair", "origin"},
    "meeting_group": {"name", "aim", "origin"},
    "meeting_series": {"title", "agenda_template", "place", "chair", "origin"},
    "network": {
        "slug",
        "name",
        "applicant_name",
        "cofinancing_source",
        "substitute_reason",
        "introduction",
        "origin",
    },
    "objective": {"title"},
    "open_page": {"about", "join", "phone", "email", "origin"},
    "paper_approval": {"submitted_by", "decided_by", "approval_remark", "approved_by"},
    "paper_text": {"title", "text"},
    "partner": {"name", "enterprise_number", "website", "note", "origin"},
    "person": {"name", "email", "phone", "origin"},
    "plan": {"title", "introduction", "origin"},
    "poll_voter": {"name"},
    "proof": {"filename"},
    "regime_setting": {"source"},
    "response": {"answer", "reason", "told_by"},
    "review_link": {"given_by"},
    "review_round": {"title", "introduction", "origin"},
    "review_sitting": {"place"},
    "review_text": {"title", "body", "origin"},
    "round_action": {"title", "plain_sentence"},
    "task": {"title"},
    "tiding": {"told_by"},
    "text_mark": {"passage", "reason"},
    "upload": {"filename"},
    "voice": {"place", "origin"},
    "voice_effect": {"note"},
}
# Numbers that say enough by themselves beside their label: years, counts of people and things, places in a list.
COUNTED = {
    "action": {"year"},
    "agenda_item": {"position", "minutes"},
    "allocation": {"year"},
    "answer_promise": {"answer_days"},
    "budget_line": {"year"},
    "closed_year": {"year", "state_of_data"},
    "contribution": {"year", "people_reached"},
    "cooperation": {"year"},
    "deadline_mark": {"year"},
    "expense": {"number", "year", "beneficiaries", "target_n", "target_m", "pc_count"},
    "grant": {"year"},
    "indicator": {"target", "measured"},
    "kept_finding": {"year"},
    "law_decision": {"from_year", "until_year"},
    "meeting": {"experts_count"},
    "network": {"note_first_year", "note_last_year", "supra_local_from", "four_eyes_from"},
    "objective": {"position"},
    "hand_count": {"hands"},
    "paper_approval": {"year"},
    "paper_text": {"year"},
    "plan": {"first_year", "last_year"},
    "report_choice": {"year"},
    "review_link": {"number"},
    "review_sheet": {"paper_number"},
    "review_sitting": {"people"},
    "round_action": {"position"},
    "upload": {"year", "total_rows", "saved_rows", "left_out_rows"},
}
CODES_IN = {
    ("account", "language"): ["nl", "en"],
    ("allocation", "stream"): ["drawing-right", "federal-participation"],
    ("budget_line", "stream"): ["co-financing"],
    ("grant", "stream"): ["drawing-right"],
    ("hand_count", "answer"): ["yes", "partly", "money", "nothing"],
    ("kept_finding", "source"): ["Omzendbrief"],
    ("law_decision", "key"): ["cofinancing-ratio", "vt-flanders", "federal-report"],
    ("law_decision", "regime"): ["FL-PD"],
    ("law_decision", "value"): ["6%", "500.00", "2.5", "nee"],
    ("network_municipality", "nis"): ["11054", "12014"],
    ("proof", "content_type"): ["application/pdf", "image/jpeg", "text/csv"],
    ("regime_setting", "regime"): ["FED-END", "FL-BCD-T"],
    ("deadline_mark", "deadline"): ["federal-report", "new-decree"],
    ("tiding", "current"): ["running", "decision-done"],
    ("tiding", "former"): ["running", "decision-open"],
    ("upload", "listing"): list(LISTINGS),
    ("welfare_centre", "nis"): ["11054", "12014"],
}
# Codes that are also the word for it in one of the languages ("partners"), and a source that is named as it is.
SAME_WORD = {"hand_count": {"answer"}, "law_decision": {"value"}, "upload": {"listing"}, "kept_finding": {"source"}}
SETS = {
    ("action", "months"): ["1", "7", "12"],
    ("action", "target_groups"): [one.value for one in TargetGroup],
    ("action", "thresholds"): [one.value for one in Threshold],
    ("open_page", "section_order"): [one.value for one in Section],
    ("open_page", "sections_off"): [one.value for one in Section],
    ("partner", "purposes"): [one.value for one in PartnerPurpose],
    ("review_round", "questions"): [one.value for one in Question],
}


def recorded():
    return sorted(
        (mapper for mapper in Base.registry.mappers if is_recorded(mapper.class_)),
        key=lambda mapper: mapper.class_.__tablename__,
    )


def samples(mapper, name):
    """Values as a record holds them; a reference points at nothing, so that its number is all there is."""
    table, column = mapper.class_.__tablename__, mapper.columns[name]
    match column.type:
        case Code(members=members):
            return list(members)
        case Codes():
            return [tuple(SETS.get((table, name), ()))]
        case JSON():
            return [
                say("Besteed dit voor %(day)s: %(amount)s.", day=Day(date(2026, 1, 1)), amount=Euros(5)).as_record()
            ]
        case Boolean():
            return [True, False]
        case Moment():
            return [datetime(2026, 3, 1, 12, tzinfo=UTC)]
        case Date():
            return [date(2026, 3, 1)]
        case Integer():
            return [4321]
        case String():
            return CODES_IN.get((table, name), ["tekst"])
    raise AssertionError(f"{table}.{name}: no sample for {column.type!r}")


def all_columns():
    return [(mapper, name) for mapper in recorded() for name in _told_columns(mapper)]


def is_told_raw(mapper, name, value, told):
    """Whether a value is told as the code, the number or the dictionary that the log keeps."""
    table, column = mapper.class_.__tablename__, mapper.columns[name]
    if "{" in told or "msgid" in told or "None" in told or not told:
        return True
    if isinstance(column.type, Code):
        return (type(value), value) not in LABELS
    if isinstance(column.type, Codes):
        labelled = {member.value for _kind, member in LABELS}
        return any(part == code for part in told.split(", ") for code in value if code not in labelled)
    if isinstance(column.type, (Boolean, Moment, Date, JSON)):
        return told in (str(value), "True", "False")
    if column.foreign_keys and isinstance(value, int):
        return False
    if isinstance(column.type, Integer):
        return told == str(value) and name not in COUNTED.get(table, set())
    return told == value and name not in TYPED.get(table, set()) | SAME_WORD.get(table, set())


@pytest.mark.parametrize("locale", ["nl_BE", "en_GB"])
def test_every_value_of_every_column_is_told_in_words(app, locale):
    with app.test_request_context(), force_locale(locale):
        raw = [
            f"{mapper.class_.__tablename__}.{name}: {told!r} for {value!r}"
            for mapper, name in all_columns()
            for value in samples(mapper, name)
            for told in [written(_plain(db.session, mapper, name, value), mapper.class_.__tablename__, name)]
            if is_told_raw(mapper, name, value, told)
        ]
    assert raw == []


def test_no_column_of_text_or_numbers_was_forgotten(app):
    """A new column gets a way to be written, or its place among what is typed or counted."""
    forgotten = []
    for mapper, name in all_columns():
        table, column = mapper.class_.__tablename__, mapper.columns[name]
        known = {*TYPED.get(table, ()), *COUNTED.get(table, ())}
        speaks = isinstance(column.type, (Code, JSON, Boolean, Moment, Date)) or name.endswith("_cents")
        points = column.foreign_keys and isinstance(column.type, Integer)
        if not (speaks or points or name in known or writer_of(table, name)):
            forgotten.append(f"{table}.{name}")
    assert forgotten == []


def test_every_table_has_a_word_for_several_and_a_right_to_read_it(app):
    tables = [mapper.class_.__tablename__ for mapper in recorded()]
    with app.test_request_context(), force_locale("nl_BE"):
        assert [table for table in tables if noun_of(table, 2) == noun_of(table, 1)] == []
    assert [table for table in tables if not has_right(table)] == []


def told(table, name="", kind="added", **fields):
    change = Change(subject_type=table, subject_name=name, kind=kind, fields=fields)
    return f"{change_noun(change)} {change_name(change)}".strip(), {one.label: one.new for one in change_lines(change)}


@pytest.mark.parametrize(
    ("table", "kept", "name"),
    [
        ("allocation", "federal-participation", "toewijzing "),
        ("assignment", "viewer", "rol meelezer"),
        ("budget_line", "co-financing", "begrotingslijn "),
        ("contact_person", "17", "contactpersoon"),
        ("contribution", "01/03/2025", "bijdrage 1 maart 2025"),
        ("grant", "drawing-right 2025", "toegekend bedrag "),
        ("membership", "01/01/2020 - ...", "lidmaatschap vanaf 1 januari 2020"),
        ("network_municipality", "11054", "gemeente van het netwerk "),
        ("password_reset", "3", "nieuw wachtwoord"),
    ],
)
def test_records_are_called_by_a_name_and_not_by_a_code(app, table, kept, name):
    with app.test_request_context(), force_locale("nl_BE"):
        said, _lines = told(table, kept)
    assert said.startswith(name)
    assert kept not in said


def test_values_are_told_as_the_reader_knows_them(app):
    with app.test_request_context(), force_locale("nl_BE"):
        assert told("contribution", minutes=[None, 2700])[1] == {"uren": "45 uur"}
        months = [None, {"codes": ["9", "3", "1", "2"]}]
        assert told("action", months=months)[1] == {"maanden": "januari tot en met maart, september"}
        assert told("carrier", "50 %", partner_id=[None, {"id": 3, "name": "Jeugddienst"}])[0].endswith("Jeugddienst")
        assert told("network_municipality", nis=[None, "12014"])[1] == {"gemeente": "Heist-op-den-Berg"}
        assert told("upload", listing=[None, "expenses"])[1] == {"lijst": "uitgaven"}
        assert told("carrier", share_percent=[None, 40])[1] == {"aandeel": "40 %"}
        assert told("expense", is_ict_pack=[True, False])[1] == {"pakket internet, telefoon en tv": "nee"}


def test_a_text_that_looks_like_a_code_stays_as_it_was_typed(app):
    with app.test_request_context(), force_locale("en_GB"):
        assert told("expense", description=[None, "drawing-right"])[1] == {"description": "drawing-right"}


def test_a_sentence_that_was_kept_as_text_is_still_read(app):
    sentence = say("Besteed dit voor %(day)s.", day=Day(date(2026, 1, 1)))
    with app.test_request_context(), force_locale("nl_BE"):
        kept = {"record": str(sentence.as_record())}
        assert written(kept, "kept_finding", "sentence") == "Besteed dit voor 1 januari 2026."
        assert written({"record": "{'msgid': 'afgebr"}, "kept_finding", "sentence") == "niet meer leesbaar"
