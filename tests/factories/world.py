"""A small world for tests: each call makes one thing by the operation that pages use, and commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from flask import Flask

from portal.accounts import operations as accounts
from portal.accounts.models import Account
from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding import operations as funding
from portal.funding.models import Expense, Grant
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.history.recording import Hand, acting
from portal.network import operations as networks
from portal.network.models import Network, Partner
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole
from portal.participation import operations as participation
from portal.participation.models import Voice, VoiceEffect
from portal.participation.types import Channel, EffectKind, Outcome, Speaker, TellingWay
from portal.plans import operations as plans
from portal.plans.models import Action, Contribution, Plan
from portal.plans.types import Domain, SpendingCategory, Track

PASSWORD = "lokaal-netwerk-proef"
TEST_HAND = Hand(None, "proef", "test")


class World:
    """Records come back detached: their columns can be read, their relations cannot."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.count = 0

    @contextmanager
    def saving(self) -> Iterator[None]:
        with self.app.app_context(), acting(TEST_HAND):
            yield
            db.session.commit()

    def _next(self) -> int:
        self.count += 1
        return self.count

    def network(self, name: str = "Heist", nis: str = "12014", **values: Any) -> Network:
        with self.saving():
            return networks.found_network(
                name=name,
                slug=networks.free_slug(name),
                applicant_kind=values.pop("applicant_kind", ApplicantKind.MUNICIPALITY),
                applicant_name=name,
                nis_codes=[nis],
                note_first_year=values.pop("note_first_year", 2020),
                note_last_year=values.pop("note_last_year", 2026),
                **values,
            )

    def partner(
        self, network: Network, name: str = "", kind: PartnerKind = PartnerKind.SPORT, **values: Any
    ) -> Partner:
        with self.saving():
            return networks.invite_partner(
                network,
                name=name or f"Partner {self._next()}",
                kind=kind,
                role=values.pop("role", PartnerRole.REQUIRED),
                starts_on=values.pop("starts_on", date(2020, 1, 1)),
                **values,
            )

    def account(
        self,
        network: Network | None = None,
        role: Role | None = None,
        partner: Partner | None = None,
        **values: Any,
    ) -> Account:
        with self.saving():
            number = self._next()
            account = accounts.create_account(
                email=values.pop("email", f"person{number}@example.org"),
                name=values.pop("name", f"Persoon {number}"),
                password=PASSWORD,
                **values,
            )
            if network is not None and role is not None:
                accounts.assign_role(
                    account,
                    network=db.session.merge(network, load=False),
                    role=role,
                    partner=db.session.merge(partner, load=False) if partner else None,
                )
            return account

    def coordinator(self, network: Network, **values: Any) -> Account:
        return self.account(network, Role.COORDINATOR, **values)

    def plan(self, network: Network, year: int = 2025, **values: Any) -> Plan:
        with self.saving():
            return plans.draw_up_plan(
                network.id,
                title=values.pop("title", f"Actieplan {year}"),
                first_year=values.pop("first_year", year),
                last_year=values.pop("last_year", year),
                **values,
            )

    def action(self, plan: Plan, lead: Partner | None = None, title: str = "", **values: Any) -> Action:
        with self.saving():
            return plans.add_action(
                db.session.get_one(Plan, plan.id),
                title=title or f"Actie {self._next()}",
                lead_partner_id=lead.id if lead else None,
                track=values.pop("track", Track.REMOVING),
                domain=values.pop("domain", Domain.SPORT),
                spending_category=values.pop("spending_category", SpendingCategory.PARTICIPATION),
                **values,
            )

    def contribution(self, action: Action, partner: Partner, **values: Any) -> Contribution:
        with self.saving():
            return plans.log_contribution(
                db.session.get_one(Action, action.id),
                partner=db.session.get_one(Partner, partner.id),
                on=values.pop("on", date(action.year, 3, 1)),
                today=values.pop("today", date(2026, 11, 21)),
                people_reached=values.pop("people_reached", 5),
                **values,
            )

    def voice(self, network: Network, text: str = "De bus komt te laat.", **values: Any) -> Voice:
        with self.saving():
            return participation.record_voice(
                network,
                text=text,
                channel=values.pop("channel", Channel.MEETING),
                speaker=values.pop("speaker", Speaker.EXPERT),
                received_on=values.pop("received_on", date(2026, 1, 10)),
                today=values.pop("today", date(2026, 11, 21)),
                **values,
            )

    def answered(self, voice: Voice, outcome: Outcome = Outcome.ADOPTED, **values: Any) -> Voice:
        with self.saving():
            found = db.session.get_one(Voice, voice.id)
            participation.answer_voice(
                found,
                outcome=outcome,
                answer=values.pop("answer", "Dat doen we."),
                reason=values.pop("reason", "Daarom."),
                on=date(2026, 2, 1),
            )
            return found

    def told_back(self, voice: Voice, **values: Any) -> Voice:
        self.answered(voice, **values)
        with self.saving():
            found = db.session.get_one(Voice, voice.id)
            participation.tell_back(
                found,
                told_on=date(2026, 2, 5),
                told_how=TellingWay.MEETING,
                told_by="begeleider",
                today=date(2026, 11, 21),
            )
            return found

    def effect(self, voice: Voice, action: Action, kind: EffectKind = EffectKind.CHANGED) -> VoiceEffect:
        with self.saving():
            return participation.link_effect(
                db.session.get_one(Voice, voice.id), action=db.session.get_one(Action, action.id), kind=kind
            )

    def grant(self, network: Network, year: int = 2025, stream: str = "drawing-right", **values: Any) -> Grant:
        with self.saving():
            return funding.award_grant(
                network,
                year=year,
                stream=stream,
                owner=values.pop("owner", Owner.MUNICIPALITY),
                amount_cents=values.pop("amount_cents", 600_000),
                **values,
            )

    def expense(
        self, network: Network, year: int = 2025, parts: dict[str, int] | None = None, **values: Any
    ) -> Expense:
        with self.saving():
            return funding.record_expense(
                network,
                year=year,
                parts={"drawing-right": 10_000} if parts is None else parts,
                description=values.pop("description", "Toegang zwembad"),
                kind=values.pop("kind", ExpenseKind.COLLECTIVE),
                stage=values.pop("stage", ExpenseStage.BOOKED),
                owner=values.pop("owner", Owner.MUNICIPALITY),
                invoice_cents=values.pop("invoice_cents", 10_000),
                imputed_on=values.pop("imputed_on", date(year, 5, 1)),
                beneficiaries=values.pop("beneficiaries", 4),
                **values,
            )
