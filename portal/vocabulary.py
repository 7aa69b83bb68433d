"""Every list of words that screens and the history print, and who may read what of the history, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from portal.accounts.access import can_invite
from portal.closing import types as closing
from portal.foundation.actor import ROLE_LABELS, Actor
from portal.foundation.finding import SEVERITY_LABELS
from portal.foundation.readability import BAND_LABELS
from portal.foundation.wording import Wording, say
from portal.funding import costs, regimes
from portal.funding import types as funding
from portal.funding.access import can_see_money, can_see_proofs
from portal.funding.cooperations.types import REPORT_METHOD_LABELS
from portal.funding.deciding.types import DECISION_KIND_LABELS
from portal.funding.regimes.figures import told_kept
from portal.funding.regimes.measures import MEASURE_LABELS
from portal.funding.routes.doors import key_words
from portal.history.discretion import tell_fields_only_to, tell_only_to
from portal.history.words import teach_automatic, teach_columns, teach_names, teach_plurals
from portal.jobs import types as jobs
from portal.meetings import types as meetings
from portal.meetings.access import can_note_contact, can_plan_meeting
from portal.network import types as network
from portal.network.access import can_see_contacts
from portal.network.municipalities import display_name
from portal.open_page import types as open_page
from portal.participation import types as participation
from portal.participation.access import can_see_history as can_see_history_of_voices
from portal.plans import types as plans
from portal.plans.months import month_list
from portal.post import types as post
from portal.reports.types import PAPER_KIND_LABELS
from portal.reviews import types as reviews
from portal.reviews.access import can_run_rounds, can_type_sheets
from portal.transfer.lists import LISTINGS
from portal.transfer.lists.listing import OUTCOME_LABELS
from portal.transfer.models import UPLOAD_STATE_LABELS
from portal.web.filters import code_labels, day, file_size, hours, kept_words, label_of_code, teach_codes, teach_labels
from portal.web.language import in_words
from portal.web.pages import LANGUAGE_NAMES


def teach() -> None:
    """Make the words of all enums known to the templates' `label` filter."""
    teach_labels(
        ROLE_LABELS,
        SEVERITY_LABELS,
        BAND_LABELS,
        MEASURE_LABELS,
        REPORT_METHOD_LABELS,
        network.PARTNER_KIND_LABELS,
        network.PARTNER_ROLE_LABELS,
        network.PARTNER_PURPOSE_LABELS,
        network.APPLICANT_KIND_LABELS,
        plans.PLAN_STATUS_LABELS,
        plans.OBJECTIVE_KIND_LABELS,
        plans.ACTION_STATUS_LABELS,
        plans.THRESHOLD_LABELS,
        plans.TRACK_LABELS,
        plans.DOMAIN_LABELS,
        plans.SPENDING_CATEGORY_LABELS,
        plans.TARGET_GROUP_LABELS,
        plans.PLACE_KIND_LABELS,
        plans.CARRIER_ROLE_LABELS,
        meetings.MEETING_STATUS_LABELS,
        meetings.MEETING_STAND_LABELS,
        meetings.MINUTES_STATUS_LABELS,
        meetings.MEETING_PLACE_LABELS,
        meetings.ANSWER_LABELS,
        meetings.PRESENCE_LABELS,
        meetings.DECISION_STATUS_LABELS,
        meetings.ACTION_EFFECT_LABELS,
        meetings.GROUP_KIND_LABELS,
        meetings.MEMBER_ROLE_LABELS,
        meetings.POLL_STATUS_LABELS,
        closing.DEADLINE_STATE_LABELS,
        closing.DIFFERENCE_LABELS,
        jobs.JOB_STATE_LABELS,
        post.MAIL_STATUS_LABELS,
        post.MAIL_STAND_LABELS,
        participation.VOICE_STATE_LABELS,
        participation.OUTCOME_LABELS,
        participation.CHANNEL_LABELS,
        participation.SPEAKER_LABELS,
        participation.TELLING_WAY_LABELS,
        participation.EFFECT_KIND_LABELS,
        participation.REPLY_WAY_LABELS,
        participation.TIDING_KIND_LABELS,
        open_page.SECTION_LABELS,
        open_page.SHOWING_LABELS,
        PAPER_KIND_LABELS,
        reviews.SUBJECT_LABELS,
        reviews.ROUND_STATE_LABELS,
        reviews.QUESTION_LABELS,
        reviews.HELPS_LABELS,
        reviews.FAIR_LABELS,
        reviews.SHEET_WAY_LABELS,
        reviews.TEXT_KIND_LABELS,
        reviews.MARK_STATE_LABELS,
        funding.EXPENSE_KIND_LABELS,
        funding.EXPENSE_STAGE_LABELS,
        funding.OWNER_LABELS,
        funding.APPROVAL_STATE_LABELS,
        costs.VERDICT_LABELS,
        costs.CAP_LABELS,
        regimes.CERTAINTY_LABELS,
        DECISION_KIND_LABELS,
        UPLOAD_STATE_LABELS,
        OUTCOME_LABELS,
        network.SECTOR_LABELS,  # last: its codes also stand in other lists
    )
    teach_codes({stream.code: stream.label for stream in regimes.all_streams()} | HANDS)
    teach_columns(COLUMNS)
    teach_names(NAMES)
    teach_plurals(PLURALS)
    teach_automatic({"kept_finding": frozenset({"answer", "answered_at", "answered_by"})})
    tell_only_to({table: right for right, tables in READERS.items() for table in tables.split()})
    tell_fields_only_to({"_cents": can_see_money})


HANDS: dict[str, Wording] = {
    "systeem": say("het portaal"),
    "bezoeker": say("iemand die niet aangemeld was"),
    "automatisch": say("vanzelf"),
    "opdracht": say("bij het beheer"),
    "invoer": say("uit een bestand"),
}

PLURALS: dict[str, Wording] = {
    "account": say("accounts"),
    "action": say("acties"),
    "agenda_item": say("agendapunten"),
    "agreement": say("overeenkomsten"),
    "allocation": say("toewijzingen"),
    "answer_promise": say("beloftes van een antwoord"),
    "api_token": say("tokens"),
    "assignment": say("rollen"),
    "attendance": say("aanwezigheden"),
    "budget_line": say("begrotingslijnen"),
    "calendar_feed": say("agenda-adressen"),
    "carrier": say("dragende partners"),
    "closed_year": say("afgesloten jaren"),
    "contact_moment": say("contactmomenten"),
    "contact_person": say("contactpersonen"),
    "contribution": say("bijdragen"),
    "cooperation": say("samenwerkingen van OCMW's"),
    "date_poll": say("datumvragen"),
    "deadline_mark": say("termijnen"),
    "decision": say("beslissingen"),
    "digest_choice": say("weekmails"),
    "expense": say("uitgaven"),
    "grant": say("toegekende bedragen"),
    "group_member": say("leden van een groep"),
    "hand_count": say("tellingen van handen"),
    "indicator": say("indicatoren"),
    "invitation": say("uitnodigingen"),
    "invitee": say("genodigden"),
    "kept_finding": say("bevindingen"),
    "law_decision": say("besluiten over de regels"),
    "letter_box": say("brievenbussen"),
    "meeting": say("overlegmomenten"),
    "meeting_group": say("groepen"),
    "meeting_series": say("reeksen"),
    "membership": say("lidmaatschappen"),
    "network": say("netwerken"),
    "network_municipality": say("gemeenten van het netwerk"),
    "objective": say("doelstellingen"),
    "open_page": say("open pagina's"),
    "open_page_omission": say("acties die niet op de open pagina staan"),
    "open_page_voice": say("inbrengen op de open pagina"),
    "paper_approval": say("papieren om na te kijken"),
    "paper_text": say("teksten van papieren"),
    "partner": say("partners"),
    "password_reset": say("nieuwe wachtwoorden"),
    "person": say("personen"),
    "plan": say("plannen"),
    "poll_answer": say("antwoorden op een datumvraag"),
    "poll_date": say("voorgestelde datums"),
    "poll_voter": say("bevraagden"),
    "proof": say("bewijsstukken"),
    "regime_setting": say("standen van regelgevingen"),
    "report_choice": say("keuzes voor het federale jaarverslag"),
    "response": say("antwoorden"),
    "review_answer": say("antwoorden in een leesronde"),
    "review_link": say("links van een leesronde"),
    "review_round": say("leesrondes"),
    "review_sheet": say("leesbladen"),
    "review_sitting": say("leesmomenten in groep"),
    "review_text": say("teksten"),
    "round_action": say("acties in een leesronde"),
    "task": say("taken"),
    "tiding": say("berichten aan wie sprak"),
    "text_mark": say("merktekens in een tekst"),
    "upload": say("ingelezen bestanden"),
    "voice": say("inbrengen"),
    "voice_effect": say("gevolgen van inbreng"),
    "welfare_centre": say("OCMW's in een samenwerking"),
}

CONTENT_TYPES: dict[str, Wording] = {
    "application/pdf": say("pdf"),
    "text/csv": say("rekenblad (csv)"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": say("rekenblad (Excel)"),
    "application/vnd.oasis.opendocument.spreadsheet": say("rekenblad (LibreOffice)"),
}


def stream_words(code: str) -> str:
    return kept_words(code)


def regime_words(code: str) -> str:
    regime = regimes.REGIMES.get(code)
    return in_words(regime.title) if regime else code


def figure_words(kept: str) -> str:
    return in_words(told_kept(kept))


def deadline_words(key: str) -> str:
    titles = {one.key: one.title for regime in regimes.REGIMES.values() for one in regime.deadlines}
    return in_words(titles[key]) if key in titles else key


def listing_words(name: str) -> str:
    listing = LISTINGS.get(name)
    return in_words(listing.title).lower() if listing else name


def content_words(name: str) -> str:
    """ "foto" for image/jpeg."""
    word = CONTENT_TYPES.get(name)
    return in_words(word) if word else _("foto") if name.startswith("image/") else name


def percent_words(count: int) -> str:
    return _("%(count)s %%", count=count)


def status_words(code: str) -> str:
    """Where an action or a decision stood; both keep their codes apart."""
    kind = "ActionStatus" if code in set(plans.ActionStatus) else "DecisionStatus"
    return label_of_code(kind, code)


def hand_words(code: str) -> str:
    """What hands were raised for: an answer, a threshold, or nothing."""
    labels: tuple[Mapping[Any, Wording], ...] = (reviews.HELPS_LABELS, reviews.FAIR_LABELS, plans.THRESHOLD_LABELS)
    found = next((words[code] for words in labels if code in words), reviews.NOTHING_STOPS)
    return in_words(found)


def words_of_list(enum: str) -> Callable[[list[str]], str]:
    return lambda codes: ", ".join(code_labels(codes, enum))


COLUMNS: dict[tuple[str, str], Callable[[Any], str]] = {
    ("account", "language"): lambda code: LANGUAGE_NAMES.get(code, code),
    ("action", "months"): month_list,
    ("action", "target_groups"): words_of_list("TargetGroup"),
    ("action", "thresholds"): words_of_list("Threshold"),
    ("allocation", "stream"): stream_words,
    ("budget_line", "stream"): stream_words,
    ("carrier", "share_percent"): percent_words,
    ("contribution", "minutes"): hours,
    ("deadline_mark", "deadline"): deadline_words,
    ("grant", "stream"): stream_words,
    ("hand_count", "answer"): hand_words,
    ("kept_finding", "source"): kept_words,
    ("law_decision", "key"): key_words,
    ("law_decision", "regime"): regime_words,
    ("law_decision", "value"): figure_words,
    ("open_page", "section_order"): words_of_list("Section"),
    ("open_page", "sections_off"): words_of_list("Section"),
    ("network", "cofinancing_ratio_percent"): percent_words,
    ("network_municipality", "nis"): display_name,
    ("partner", "purposes"): words_of_list("PartnerPurpose"),
    ("proof", "content_type"): content_words,
    ("proof", "size"): file_size,
    ("regime_setting", "regime"): regime_words,
    ("tiding", "current"): status_words,
    ("tiding", "former"): status_words,
    ("review_round", "questions"): words_of_list("Question"),
    ("upload", "listing"): listing_words,
    ("welfare_centre", "nis"): display_name,
}


def _law(kept: str, _fields: Mapping[str, Any]) -> str:
    key, _space, year = kept.rpartition(" ")
    return f"{key_words(key)} {year}"


def _grant(kept: str, _fields: Mapping[str, Any]) -> str:
    code, _space, year = kept.rpartition(" ")
    return f"{stream_words(code)} {year}"


def _report_choice(kept: str, _fields: Mapping[str, Any]) -> str:
    code, _space, year = kept.rpartition(" ")
    return f"{label_of_code('Measure', code)} {year}"


def named_by(column: str) -> Callable[[str, Mapping[str, Any]], str]:
    """A record that had no name of its own yet when it was kept is called after what it points at."""

    def name(kept: str, fields: Mapping[str, Any]) -> str:
        said_nothing = not kept or kept.removesuffix(" %").isdigit()
        target: Mapping[str, Any] = next((side for side in fields.get(column, ()) if side), {})
        return str(target.get("name", "")) if said_nothing else kept

    return name


def _dates(kept: str, _fields: Mapping[str, Any]) -> str:
    """A record that is known by its days: "1 maart 2025", or from one day to another."""
    first, _dash, last = (_in_full(part) for part in kept.partition(" - "))
    if not last:
        return first
    return (
        _("vanaf %(day)s", day=first)
        if last == "..."
        else _("van %(first)s tot en met %(last)s", first=first, last=last)
    )


def _in_full(text: str) -> str:
    parts = text.split("/")
    return day(date(int(parts[2]), int(parts[1]), int(parts[0]))) if len(parts) == 3 else text


def _nothing(_kept: str, _fields: Mapping[str, Any]) -> str:
    """The record has no name that says something."""
    return ""


NAMES: dict[str, Callable[[str, Mapping[str, Any]], str]] = {
    "allocation": lambda kept, _fields: stream_words(kept),
    "answer_promise": _nothing,
    "calendar_feed": _nothing,
    "digest_choice": _nothing,
    "law_decision": _law,
    "letter_box": _nothing,
    "poll_answer": lambda kept, _fields: label_of_code("Answer", kept),
    "poll_date": _dates,
    "assignment": lambda kept, _fields: label_of_code("Role", kept),
    "budget_line": lambda kept, _fields: stream_words(kept),
    "carrier": named_by("partner_id"),
    "contact_person": named_by("person_id"),
    "contribution": _dates,
    "deadline_mark": _nothing,
    "grant": _grant,
    "membership": _dates,
    "network_municipality": lambda kept, _fields: display_name(kept),
    "open_page": _nothing,
    "open_page_omission": named_by("action_id"),
    "open_page_voice": _dates,
    "password_reset": _nothing,
    "regime_setting": lambda kept, _fields: regime_words(kept),
    "response": _dates,
    "hand_count": _nothing,
    "review_answer": _nothing,
    "review_sheet": _nothing,
    "review_sitting": _dates,
    "report_choice": _report_choice,
    "voice": _dates,
    "welfare_centre": lambda kept, _fields: display_name(kept),
    "voice_effect": named_by("action_id"),
}


def everyone(_actor: Actor) -> bool:
    return True


READERS: dict[Callable[[Actor], bool], str] = {
    everyone: "network network_municipality partner membership agreement plan objective action carrier indicator"
    " contribution answer_promise meeting meeting_group group_member meeting_series agenda_item attendance decision"
    " task invitee open_page open_page_omission regime_setting law_decision closed_year deadline_mark",
    can_plan_meeting: "date_poll poll_date poll_voter poll_answer",
    can_note_contact: "contact_moment",
    can_see_money: "paper_approval paper_text grant budget_line expense allocation kept_finding cooperation"
    " welfare_centre report_choice",
    can_see_proofs: "proof",
    can_see_contacts: "person contact_person assignment upload",
    can_see_history_of_voices: "voice response voice_effect tiding letter_box open_page_voice",
    can_run_rounds: "review_round round_action review_link text_mark",
    can_type_sheets: "review_sheet review_answer review_sitting hand_count review_text",
    can_invite: "account invitation password_reset api_token calendar_feed digest_choice",
}
