"""Loads the demo networks by the operations that pages use; loading again puts them back as they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from portal.accounts import operations as accounts
from portal.accounts import queries as account_queries
from portal.accounts.models import Account
from portal.demo import elsewhere, heist
from portal.demo.clearing import clear_everything
from portal.demo.types import INVENTED, PASSWORD, DemoAction, DemoContribution, DemoExpense, DemoPartner
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.funding import operations as funding
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.network import operations as networks
from portal.network import queries as network_queries
from portal.network.models import Agreement, Network, Partner
from portal.network.types import ApplicantKind
from portal.plans import operations as plans
from portal.plans.models import Action, Objective, Plan
from portal.plans.types import ActionStatus, CarrierRole, ObjectiveKind, PlanStatus, Share


class NotADemo(RuntimeError):
    """The database holds real networks; demo data never goes over them."""


@dataclass
class Loaded:
    """What stands already of one network, by the keys of the demo data."""

    network: Network
    partners: dict[str, Partner] = field(default_factory=dict)
    plans: dict[int, Plan] = field(default_factory=dict)
    objectives: dict[tuple[int, str], Objective] = field(default_factory=dict)
    actions: dict[tuple[int, str], Action] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)


def reload_demo() -> None:
    """All demo networks and accounts as new; raises NotADemo when anything real is in the database."""
    real = [network.name for network in network_queries.list_networks() if not network.is_demo]
    if real or (account_queries.has_accounts() and not account_queries.list_demo_accounts()):
        raise NotADemo(f"the database holds real data ({', '.join(real) or 'accounts'})")
    clear_everything()
    networks.load_municipalities()
    loaded = load_heist()
    load_accounts(loaded)
    load_mechelen()
    load_antwerpen()
    load_wervik()


def load_heist() -> Loaded:
    loaded = _found("heist-op-den-berg", "Heist-op-den-Berg", "12014", 2020, 2026, heist.INTRODUCTION, heist.FACT)
    _invite(loaded, heist.PARTNERS)
    for key, partner, title, reference, signed, committed, starts, ends, cents in heist.AGREEMENTS:
        loaded.agreements[key] = networks.sign_agreement(
            loaded.partners[partner],
            title=title,
            reference=reference,
            signed_on=date.fromisoformat(signed),
            committed_on=date.fromisoformat(committed),
            starts_on=date.fromisoformat(starts),
            ends_on=date.fromisoformat(ends),
            services="Tien kooklessen met een vaste groep.",
            form="Wekelijks, in de ontmoetingsruimte van de vereniging.",
            target_group="Gezinnen die hulp krijgen van het OCMW.",
            amount_cents=cents,
            origin=INVENTED,
        )
    statuses = {2024: PlanStatus.CLOSED, 2025: PlanStatus.EVALUATED, 2026: PlanStatus.RUNNING}
    _plan(loaded, heist.OBJECTIVES, heist.ACTIONS)
    _fund(loaded, heist.GRANTS, heist.EXPENSES)
    _contribute(loaded, heist.CONTRIBUTIONS)
    _settle(loaded, statuses)
    return loaded


def load_mechelen() -> None:
    loaded = _found("mechelen", "Mechelen", "12025", 2020, 2026, "", elsewhere.MECHELEN)
    _invite(loaded, elsewhere.MECHELEN_PARTNERS)
    _plan(loaded, elsewhere.MECHELEN_OBJECTIVES, elsewhere.MECHELEN_ACTIONS)
    _fund(loaded, elsewhere.MECHELEN_GRANTS, elsewhere.MECHELEN_EXPENSES)
    _settle(loaded, {2025: PlanStatus.EVALUATED, 2026: PlanStatus.RUNNING})


def load_antwerpen() -> None:
    loaded = _found("antwerpen", "Antwerpen", "11002", 2014, 2019, "", elsewhere.ANTWERPEN)
    _invite(loaded, elsewhere.ANTWERPEN_PARTNERS)
    _plan(loaded, elsewhere.ANTWERPEN_OBJECTIVES, elsewhere.ANTWERPEN_ACTIONS)
    _fund(loaded, elsewhere.ANTWERPEN_GRANTS, elsewhere.ANTWERPEN_EXPENSES)
    _settle(loaded, {2015: PlanStatus.CLOSED})


def load_wervik() -> None:
    loaded = _found("wervik", "Wervik", "33029", 2020, 2026, "", elsewhere.WERVIK)
    networks.edit_network(
        loaded.network,
        substitute_reason="Er is hier geen armoedevereniging. Love in Action vzw bereikt de mensen. (Verzonnen reden.)",
    )
    _invite(loaded, elsewhere.WERVIK_PARTNERS)
    _plan(loaded, elsewhere.WERVIK_OBJECTIVES, elsewhere.WERVIK_ACTIONS)
    _fund(loaded, elsewhere.WERVIK_GRANTS, elsewhere.WERVIK_EXPENSES)
    _settle(loaded, {2025: PlanStatus.EVALUATED, 2026: PlanStatus.RUNNING})


def load_accounts(loaded: Loaded) -> None:
    """The sign-ins of README; they belong to Heist alone, the administrator to all."""
    for email, name, role, partner in (
        ("coordinator@heist.example", "Coördinator Heist", Role.COORDINATOR, None),
        ("partner@heist.example", "Medewerker sportdienst", Role.PARTNER, "sport"),
        ("expert@heist.example", "Ervaringsdeskundige", Role.EXPERT, None),
        ("viewer@heist.example", "Meelezer", Role.VIEWER, None),
    ):
        account = _account(email, name)
        accounts.assign_role(
            account, network=loaded.network, role=role, partner=loaded.partners[partner] if partner else None
        )
    _account("admin@portal.example", "Beheerder", is_administrator=True)


def _account(email: str, name: str, *, is_administrator: bool = False) -> Account:
    return accounts.create_account(
        email=email, name=name, password=PASSWORD, is_administrator=is_administrator, is_demo=True
    )


def _found(slug: str, name: str, nis: str, first: int, last: int, introduction: str, origin: str) -> Loaded:
    network = networks.found_network(
        name=name,
        slug=slug,
        applicant_kind=ApplicantKind.MUNICIPALITY,
        applicant_name=name,
        nis_codes=[nis],
        note_first_year=first,
        note_last_year=last,
        introduction=introduction,
        origin=origin,
        is_demo=True,
    )
    return Loaded(network)


def _invite(loaded: Loaded, partners: Iterable[DemoPartner]) -> None:
    for row in partners:
        partner = networks.invite_partner(
            loaded.network,
            name=row.name,
            kind=row.kind,
            role=row.role,
            starts_on=date.fromisoformat(row.starts),
            ends_on=date.fromisoformat(row.ends) if row.ends else None,
            purposes=row.purposes,
            origin=row.origin,
        )
        loaded.partners[row.key] = partner
        if row.contact:
            function, email, phone = row.contact
            networks.add_contact(
                partner,
                name=f"{function} {row.name}",
                function=function,
                email=email,
                phone=phone,
                origin=INVENTED,
            )


def _plan(
    loaded: Loaded, objectives: tuple[tuple[str, str, str, str | None], ...], actions: Iterable[DemoAction]
) -> None:
    rows = list(actions)
    for year in sorted({year for row in rows for year in row.years}):
        plan = plans.draw_up_plan(
            loaded.network.id, title=f"Actieplan {year}", first_year=year, last_year=year, origin=INVENTED
        )
        loaded.plans[year] = plan
        for key, kind, title, parent in objectives:
            loaded.objectives[year, key] = plans.add_objective(
                plan,
                kind=ObjectiveKind(kind),
                title=title,
                parent=loaded.objectives.get((year, parent or "")),
            )
        for row in rows:
            if year in row.years:
                loaded.actions[year, row.key] = _add_action(loaded, plan, row)


def _add_action(loaded: Loaded, plan: Plan, row: DemoAction) -> Action:
    year = plan.first_year
    members = {
        key: partner for key, partner in loaded.partners.items() if partner.membership_on(date(year, 7, 1)) is not None
    }
    action = plans.add_action(
        plan,
        status=row.status.get(year, ActionStatus.PLANNED),
        shares=[
            Share(members[key].id, percent, CarrierRole(role)) for key, percent, role in row.carriers if key in members
        ],
        title=row.title,
        plain_sentence=row.sentence,
        lead_partner_id=loaded.partners[row.lead].id,
        track=row.track,
        domain=row.domain,
        spending_category=row.category,
        thresholds=row.thresholds,
        target_groups=row.groups,
        months=tuple(str(month) for month in row.months),
        place_kind=row.place_kind,
        place=row.place,
        objective_id=loaded.objectives[year, row.objective].id,
        steps_in_for_id=loaded.actions[year, row.steps_in_for].id if row.steps_in_for else None,
        bbc_code=row.bbc,
        origin=row.origin,
        copied_from_id=loaded.actions[year - 1, row.key].id if (year - 1, row.key) in loaded.actions else None,
    )
    for name, unit, target, measured in row.indicators:
        known = measured if year < today().year else None
        plans.set_indicator(
            action,
            name=name,
            unit=unit,
            target=target,
            measured=known,
            measured_on=date(year, 12, 15) if known is not None else None,
        )
    if year in row.budget:
        funding.plan_budget(action, planned={stream: euros * 100 for stream, euros in row.budget[year].items()})
    return action


def _fund(loaded: Loaded, grants: Iterable[tuple[int, str, str, int]], expenses: Iterable[DemoExpense]) -> None:
    for year, stream, owner, euros in grants:
        funding.award_grant(
            loaded.network,
            year=year,
            stream=stream,
            owner=Owner(owner),
            amount_cents=euros * 100,
            origin=loaded.network.origin if loaded.network.slug == "antwerpen" else INVENTED,
        )
    for row in expenses:
        _record(loaded, row)


def _record(loaded: Loaded, row: DemoExpense) -> None:
    year = row.year or date.fromisoformat(row.imputed or "").year
    agreement = loaded.agreements.get(row.agreement or "")
    action = loaded.actions[year, row.action]
    funding.record_expense(
        loaded.network,
        year=year,
        parts=row.parts,
        action_id=action.id,
        agreement_id=agreement.id if agreement else None,
        agreement=agreement,
        description=row.description,
        supplier=row.supplier,
        kind=ExpenseKind(row.kind),
        stage=ExpenseStage(row.stage),
        owner=Owner(row.owner),
        invoice_cents=row.invoice,
        invoice_excl_vat_cents=row.excl_vat,
        invoice_on=date.fromisoformat(row.invoiced) if row.invoiced else None,
        activity_on=date.fromisoformat(row.activity) if row.activity else None,
        imputed_on=date.fromisoformat(row.imputed) if row.imputed else None,
        beneficiaries=row.beneficiaries,
        target_n=row.target[0] if row.target else None,
        target_m=row.target[1] if row.target else None,
        evidence_reference=row.evidence,
        origin=row.origin,
    )


def _contribute(loaded: Loaded, contributions: Iterable[DemoContribution]) -> None:
    for row in contributions:
        on = date.fromisoformat(row.on)
        if (on.year, row.action) not in loaded.actions or on > today():
            continue
        plans.log_contribution(
            loaded.actions[on.year, row.action],
            partner=loaded.partners[row.partner],
            on=on,
            today=today(),
            minutes=row.minutes,
            people_reached=row.people,
            goods_cents=row.goods,
            money_cents=row.money,
            note=row.note,
            origin=INVENTED,
        )


def _settle(loaded: Loaded, statuses: dict[int, PlanStatus]) -> None:
    """Past years have been justified and their plans moved on; done last, so that everything could still be added."""
    for year, status in statuses.items():
        loaded.plans[year].status = status
    db.session.flush()
