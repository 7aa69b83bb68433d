"""The note for the council and the handover dossier, out of facts alone; without an application."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from portal.foundation.actor import Role
from portal.foundation.wording import say
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole
from portal.participation.types import VoiceState
from portal.plans.types import ActionStatus, SpendingCategory, Threshold, Track
from portal.reports.papers.council_note import CouncilDrawings, council_note
from portal.reports.papers.facts import ActionFact, ApplicantFact, GivenFact, PartnerFact, VoiceFact, YearFacts
from portal.reports.papers.first_week import first_week
from portal.reports.papers.handover import handover
from portal.reports.papers.handover_facts import (
    AccountFact,
    AgreementFact,
    ContactFact,
    DeadlineFact,
    HandoverFacts,
    MeetingFact,
    PromiseFact,
    RoundFact,
    VoiceDue,
)
from portal.reports.types import DataState
from portal.reports.writing.text import paper_text
from tests.tools.golden import assert_golden

TODAY = date(2026, 3, 1)


def action(number, **values):
    status = values.pop("status", ActionStatus.RUNNING)
    return ActionFact(number, f"Actie {number}", status, Track.REMOVING, SpendingCategory.PARTICIPATION, **values)


def year(**values):
    applicant = ApplicantFact("heist", "Heist", ApplicantKind.MUNICIPALITY, "Gemeente Heist", ("Heist",), 2020, 2026)
    state = DataState(datetime(2026, 3, 1, 12, tzinfo=UTC), 7)
    partners = (PartnerFact(1, "OCMW", PartnerKind.OCMW, PartnerRole.REQUIRED, date(2010, 1, 1)),)
    return YearFacts(
        **({"year": 2025, "today": TODAY, "state": state, "applicant": applicant, "partners": partners} | values)
    )


def note(texts=None, **values):
    return paper_text(council_note(year(**values), texts or {}, CouncilDrawings()))


@pytest.mark.parametrize("reached", [1, 4])
def test_a_small_number_of_people_is_not_told_to_the_council(reached):
    said = note(actions=(action(1, given=GivenFact(reached=reached)),))
    assert "minder dan 5 mensen" in said
    assert f" {reached} keer" not in said


def test_five_people_are_told():
    assert "telden we 5 keer" in note(actions=(action(1, given=GivenFact(reached=5)),))


@pytest.mark.parametrize(
    ("voices", "answered", "tells"),
    [(3, 3, False), (12, 2, False), (12, 10, False), (12, 6, True), (12, 12, True), (12, 0, True)],
)
def test_neither_a_small_part_nor_a_small_rest_of_the_voices_is_told(voices, answered, tells):
    said = note(voice=VoiceFact(voices=voices, answered=answered))
    assert (f"Daarvan kregen er {answered} een antwoord" in said) is tells
    assert ("Kleine aantallen tonen we niet" in said) is (not tells or voices < 5)


def test_at_most_four_actions_are_named_those_with_most_people_first():
    actions = [action(number, given=GivenFact(reached=number)) for number in range(1, 8)]
    said = note(actions=tuple(actions))
    assert "Actie 7" in said
    assert "Actie 3" not in said
    assert "nog 3 andere acties" in said


def test_a_dropped_action_and_an_idea_are_not_told():
    said = note(actions=(action(1, status=ActionStatus.DROPPED), action(2, status=ActionStatus.IDEA)))
    assert "ging het om" not in said


def test_a_long_sentence_of_an_action_is_cut_at_a_word():
    said = note(actions=(action(1, plain="woord " * 60),))
    assert "woord…" in said
    assert max(len(line) for line in said.splitlines() if line.startswith("- ")) < 120


def test_one_and_none_are_told_as_people_say_it():
    assert "Eén organisatie doet daar iets aan. In 2025 ging het om één actie." in note(actions=(action(1),))
    assert "In 2025 ging het om 2 acties." in note(actions=(action(1), action(2)))
    empty = note(partners=())
    assert "sport en speelt minder mee." in empty
    assert " 0 " not in empty.split("## ")[0]


def test_a_year_that_is_not_over_says_so():
    assert "Het jaar loopt nog." in note(year=2026)
    assert "Het jaar loopt nog." not in note()


def dossier(**values):
    return HandoverFacts(year(), **values)


def test_the_first_week_begins_with_answers_that_are_late():
    late = VoiceDue(3, date(2026, 1, 1), VoiceState.RECEIVED, Threshold.MONEY, date(2026, 2, 1))
    lines = [str(one) for one in first_week(dossier(voices=(late, replace(late, promised_on=date(2026, 4, 1)))))]
    assert lines[0] == "Geef antwoord op één inbreng: de beloofde dag is voorbij."


def test_the_first_week_has_only_deadlines_that_are_near_and_still_come():
    days = (date(2026, 2, 1), date(2026, 4, 1), date(2026, 12, 31), None)
    deadlines = tuple(DeadlineFact(say("Deadline %(day)s", day=str(day)), day) for day in days)
    lines = " ".join(str(one) for one in first_week(dossier(deadlines=deadlines)))
    assert "Deadline 2026-04-01" in lines
    assert "2026-02-01" not in lines
    assert "2026-12-31" not in lines


def test_one_coordinator_alone_is_asked_to_invite_a_second():
    alone = dossier(accounts=(AccountFact("Ann", "ann@x.be", Role.COORDINATOR),))
    assert any("tweede coördinator" in str(one) for one in first_week(alone))
    two = dossier(accounts=(*alone.accounts, AccountFact("Ria", "ria@x.be", Role.COORDINATOR)))
    assert any("Ann, Ria" in str(one) for one in first_week(two))


def test_the_dossier_says_who_what_and_what_was_promised_without_words_of_people():
    facts = dossier(
        contacts=(ContactFact("OCMW", "Jef Peeters", "diensthoofd", "jef@ocmw.be", "015"),),
        accounts=(AccountFact("", "", Role.EXPERT),),
        promises=(PromiseFact(True, "Bel de bib", "Ann", date(2026, 2, 1)),),
        voices=(VoiceDue(9, date(2026, 1, 5), VoiceState.DISCUSSED),),
    )
    said = paper_text(handover(facts, {"advice": "Bel eerst Jef."}))
    for words in ("Jef Peeters", "Bel de bib", "taak", "Bel eerst Jef.", "zonder naam", "Inbreng van mensen"):
        assert words in said
    assert "staat alleen in het portaal" in said


def test_an_empty_network_has_a_dossier():
    said = paper_text(handover(HandoverFacts(year(partners=())), {}))
    assert said.count("Niets.") >= 8


def test_a_whole_dossier_reads_as_somebody_last_agreed():
    facts = dossier(
        contacts=(ContactFact("OCMW", "Jef Peeters", "diensthoofd", "jef@ocmw.be", "015 00 00 00"),),
        accounts=(AccountFact("Ann", "ann@x.be", Role.COORDINATOR), AccountFact("", "", Role.EXPERT)),
        promises=(PromiseFact(False, "Elke balie krijgt uitleg.", "OCMW", date(2026, 2, 1)),),
        voices=(VoiceDue(9, date(2026, 1, 5), VoiceState.RECEIVED, Threshold.MONEY, date(2026, 2, 4)),),
        deadlines=(DeadlineFact(say("Het verslag is ingediend"), date(2026, 3, 31), "FL-PROC-6"),),
        rounds=(RoundFact("Lees mee", date(2026, 3, 20)),),
        meetings=(MeetingFact("Netwerkoverleg", date(2026, 3, 12), "Sociaal Huis"),),
        agreements=(AgreementFact("OCMW", "Lessen", date(2026, 1, 1), None, 120_000, None),),
        waiting_expenses=2,
    )
    assert_golden("papers/handover-example.txt", paper_text(handover(facts, {"advice": "Bel eerst Jef."})))
