"""A network as big as they come: 40 partners, and in each of two years 300 actions, 5,000 expenses, 1,000 voices."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert

from portal.accounts import operations as accounts
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.funding.models import Allocation, BudgetLine, Expense, Grant, KeptFinding
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.history.models import Change
from portal.history.recording import Hand, acting
from portal.meetings.models import ContactMoment, Meeting
from portal.meetings.types import MeetingPlace, MeetingStatus, MinutesStatus
from portal.network import operations as networks
from portal.network.models import Membership, Network, Partner
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole
from portal.participation.models import Response, Voice, VoiceEffect
from portal.participation.types import Channel, EffectKind, Outcome, Speaker, TellingWay, VoiceState
from portal.plans.models import Action, Carrier, Contribution, Indicator, Plan
from portal.plans.types import (
    ActionStatus,
    Domain,
    PlaceKind,
    PlanStatus,
    SpendingCategory,
    TargetGroup,
    Threshold,
    Track,
)

SLUG = "groot-netwerk"
EMAIL = "coordinator@big.example"
PASSWORD = "lokaal-netwerk-meting"
YEARS = (2025, 2026)
PARTNERS, ACTIONS, EXPENSES, CONTRIBUTIONS, WARNED = 40, 300, 5_000, 1_200, 250
VOICES, MEETINGS, CONTACTS = 1_000, 40, 400
STREAMS = {
    2025: ("drawing-right", "co-financing", "federal-participation", "federal-modules", "other"),
    2026: ("drawing-right", "co-financing", "other"),
}
VILLAGES = ("Noord", "Zuid", "Centrum", "Station", "Molenwijk", "Kerkveld")
BATCH = 2_000

Row = dict[str, Any]


def fill() -> None:
    """Put the network into the database of the running application, always the same."""
    with acting(Hand(None, "meting", "test")):
        network = networks.found_network(
            name="Groot netwerk",
            slug=SLUG,
            applicant_kind=ApplicantKind.MUNICIPALITY,
            applicant_name="Groot",
            nis_codes=["12014"],
            note_first_year=2020,
            note_last_year=2026,
        )
        account = accounts.create_account(email=EMAIL, name="Coördinator", password=PASSWORD)
        accounts.assign_role(account, network=network, role=Role.COORDINATOR)
        db.session.commit()
    Builder(network).build()


def connection_insert(model: Any, rows: Iterator[Row]) -> None:
    """Insert rows straight into the table, in batches; no history is told of measurements."""
    known = set(model.__table__.columns.keys())
    waiting = [{name: value for name, value in row.items() if name in known} for row in rows]
    for start in range(0, len(waiting), BATCH):
        db.session.connection().execute(insert(model.__table__), waiting[start : start + BATCH])


class Builder:
    """Draws the rows; the numbers of rows follow each other, so no answer of the database is needed."""

    def __init__(self, network: Network) -> None:
        self.of = {"network_id": network.id}
        self.draw = random.Random(40_300_5000)

    def build(self) -> None:
        connection_insert(Partner, self.partners())
        connection_insert(Membership, self.memberships())
        connection_insert(Plan, self.plans())
        for model, rows in (
            (Action, self.actions),
            (Carrier, self.carriers),
            (Indicator, self.indicators),
            (Contribution, self.contributions),
            (Grant, self.grants),
            (BudgetLine, self.budgets),
            (Expense, self.expenses),
            (Allocation, self.allocations),
            (KeptFinding, self.findings),
            (Change, self.changes),
            (Voice, self.voices),
            (Response, self.responses),
            (VoiceEffect, self.effects),
            (Meeting, self.meetings),
            (ContactMoment, self.contacts),
        ):
            for turn, year in enumerate(YEARS):
                connection_insert(model, ({**self.of, "year": year, **row} for row in rows(turn, year)))
        db.session.commit()

    def some(self, members: Any, most: int) -> list[str]:
        return [str(one) for one in self.draw.sample(list(members), self.draw.randint(1, most))]

    def day(self, year: int) -> date:
        return date(year, 1, 1) + timedelta(self.draw.randrange(300))

    def partners(self) -> Iterator[Row]:
        kinds = list(PartnerKind)
        for number in range(1, PARTNERS + 1):
            yield {
                **self.of,
                "id": number,
                "name": f"Organisatie {number:02d} voor vrije tijd en samenleven",
                "kind": kinds[number % len(kinds)],
                "purposes": ("guiding",),
                **dict.fromkeys(("enterprise_number", "website", "note", "origin"), ""),
            }

    def memberships(self) -> Iterator[Row]:
        for number in range(1, PARTNERS + 1):
            yield {**self.of, "partner_id": number, "role": PartnerRole.REQUIRED, "starts_on": date(2020, 1, 1)}

    def plans(self) -> Iterator[Row]:
        for turn, year in enumerate(YEARS):
            yield {
                **self.of,
                "id": turn + 1,
                "title": f"Actieplan {year}",
                "first_year": year,
                "last_year": year,
                "status": PlanStatus.RUNNING,
                "introduction": "",
                "origin": "",
            }

    def actions(self, turn: int, year: int) -> Iterator[Row]:
        for number in range(1, ACTIONS + 1):
            yield {
                "id": turn * ACTIONS + number,
                "plan_id": turn + 1,
                "title": f"Actie {number:03d} om samen mee te doen",
                "plain_sentence": "Iedereen kan meedoen, ook met weinig geld.",
                "description": "",
                "thresholds": self.some(Threshold, 3),
                "target_groups": self.some(TargetGroup, 3),
                "track": self.draw.choice(list(Track)),
                "domain": self.draw.choice(list(Domain)),
                "spending_category": self.draw.choice(list(SpendingCategory)),
                "place_kind": PlaceKind.VILLAGE,
                "place": self.draw.choice(VILLAGES),
                "lead_partner_id": self.draw.randint(1, PARTNERS - 3),
                "months": tuple(str(month) for month in sorted(self.draw.sample(range(1, 13), 3))),
                "steps_in_for_id": turn * ACTIONS + number - 1 if number % 10 == 0 else None,
                "status": ActionStatus.RUNNING,
                "bbc_code": "",
                "origin": "",
                "version": 1,
            }

    def carriers(self, turn: int, _year: int) -> Iterator[Row]:
        for number in range(1, ACTIONS + 1):
            chosen = self.draw.sample(range(1, PARTNERS - 1), 2)
            for partner, share in zip(chosen, (60, 40), strict=True):
                row = {"action_id": turn * ACTIONS + number, "partner_id": partner, "share_percent": share}
                yield {**row, "role": "carrying"}

    def indicators(self, turn: int, _year: int) -> Iterator[Row]:
        for number in range(1, ACTIONS + 1):
            row = {"action_id": turn * ACTIONS + number, "name": "Bereikte mensen", "unit": "mensen"}
            yield {**row, "target": 50, "measured": 20, "is_dropped": False}

    def contributions(self, turn: int, year: int) -> Iterator[Row]:
        for _number in range(CONTRIBUTIONS):
            yield {
                "action_id": turn * ACTIONS + self.draw.randint(1, ACTIONS),
                "partner_id": self.draw.randint(1, PARTNERS - 3),
                "on": self.day(year),
                "minutes": self.draw.randrange(0, 600, 30),
                "goods_cents": self.draw.choice((0, 2_500)),
                "money_cents": self.draw.choice((0, 1_250)),
                "people_reached": self.draw.randint(0, 40),
                "note": "",
                "origin": "",
            }

    def grants(self, _turn: int, year: int) -> Iterator[Row]:
        for stream in STREAMS[year]:
            row = {"stream": stream, "owner": Owner.MUNICIPALITY, "amount_cents": 40_000_000}
            yield {**row, "reference": "", "note": "", "origin": ""}

    def budgets(self, turn: int, year: int) -> Iterator[Row]:
        for number in range(1, ACTIONS + 1):
            stream = STREAMS[year][number % len(STREAMS[year])]
            yield {"action_id": turn * ACTIONS + number, "stream": stream, "planned_cents": 120_000}

    def expenses(self, turn: int, year: int) -> Iterator[Row]:
        kinds = [ExpenseKind.INDIVIDUAL, ExpenseKind.COLLECTIVE, ExpenseKind.INVESTMENT]
        for number in range(1, EXPENSES + 1):
            yield {
                "id": turn * EXPENSES + number,
                "number": number,
                "action_id": turn * ACTIONS + self.draw.randint(1, ACTIONS),
                "description": f"Inkom en vervoer voor een groep, keer {number}",
                "supplier": "Zwembad",
                "kind": self.draw.choice(kinds),
                "stage": self.draw.choice(list(ExpenseStage)),
                "owner": Owner.MUNICIPALITY,
                "invoice_cents": 5_000 + number % 90 * 100,
                "imputed_on": self.day(year),
                "beneficiaries": self.draw.randint(1, 40),
                "is_ict_pack": False,
                "version": 1,
                **dict.fromkeys(("evidence_reference", "note", "withdrawn_reason", "origin"), ""),
            }

    def allocations(self, turn: int, year: int) -> Iterator[Row]:
        for number in range(1, EXPENSES + 1):
            stream = STREAMS[year][number % len(STREAMS[year])]
            amount = 5_000 + number % 90 * 100
            yield {"expense_id": turn * EXPENSES + number, "stream": stream, "amount_cents": amount}

    def voices(self, turn: int, year: int) -> Iterator[Row]:
        for number in range(1, VOICES + 1):
            received = self.day(year)
            yield {
                "id": turn * VOICES + number,
                "text": "De bus komt te laat om nog op tijd in het zwembad te zijn.",
                "received_on": received,
                "promised_on": received + timedelta(30),
                "channel": self.draw.choice(list(Channel)),
                "speaker": self.draw.choice(list(Speaker)),
                "threshold": self.draw.choice(list(Threshold)),
                "action_id": turn * ACTIONS + self.draw.randint(1, ACTIONS // 2),
                "state": VoiceState.TOLD_BACK if number % 2 else VoiceState.RECEIVED,
                "version": 1,
                **dict.fromkeys(("is_quote", "quote_consent", "on_behalf"), False),
                **dict.fromkeys(("place", "origin"), ""),
            }

    def responses(self, turn: int, year: int) -> Iterator[Row]:
        for number in range(1, VOICES + 1, 2):
            row = {"voice_id": turn * VOICES + number, "outcome": self.draw.choice(list(Outcome)), "answer": "Goed."}
            days = {"answered_on": date(year, 11, 1), "told_on": date(year, 11, 9), "told_how": TellingWay.MEETING}
            yield {**row, **days, "reason": "", "told_by": "coördinator"}

    def effects(self, turn: int, _year: int) -> Iterator[Row]:
        for number in range(1, VOICES + 1, 4):
            row = {"voice_id": turn * VOICES + number, "kind": self.draw.choice(list(EffectKind)), "note": ""}
            yield {**row, "action_id": turn * ACTIONS + self.draw.randint(1, ACTIONS // 2)}

    def meetings(self, turn: int, year: int) -> Iterator[Row]:
        for number in range(1, MEETINGS + 1):
            begins = datetime.combine(self.day(year), time(19), tzinfo=UTC)
            yield {
                "title": f"Overleg {number}",
                "starts_at": begins,
                "ends_at": begins + timedelta(hours=2),
                "place_kind": self.draw.choice(list(MeetingPlace)),
                "status": MeetingStatus.PLANNED,
                "minutes_status": MinutesStatus.LOCKED,
                "experts_count": self.draw.choice((None, 0, 3, 5)),
                "calendar_uid": f"{turn}-{number}@meting.example",
                "calendar_sequence": 0,
                "reminders": 0,
                "version": 1,
                **dict.fromkeys(("place", "chair", "origin"), ""),
            }

    def contacts(self, _turn: int, year: int) -> Iterator[Row]:
        for _number in range(CONTACTS):
            row = {"on": self.day(year), "with_whom": "Maatschappelijk werker", "about": "De bus"}
            yield {**row, "outcome": "", "origin": ""}

    def findings(self, turn: int, _year: int) -> Iterator[Row]:
        sentence = say("Het aantal begunstigden ontbreekt.").as_record()
        for number in range(1, WARNED + 1):
            yield {
                "expense_id": turn * EXPENSES + number * (EXPENSES // WARNED),
                "rule": "FED-LIST-3",
                "severity": Severity.WARNING,
                "sentence": sentence,
                "source": "POD MI",
                "answer": "",
                "answered_by": "",
            }

    def changes(self, turn: int, _year: int) -> Iterator[Row]:
        for number in range(1, ACTIONS + 1):
            action = turn * ACTIONS + number
            row = {"at": now(), "by": "meting", "via": "test", "kind": "added", "subject_type": "action"}
            row |= {"subject_id": action, "subject_name": "Actie", "page_type": "action", "page_id": action}
            yield {**row, "fields": {}}
