"""The worked examples of the federal rules on one centre: its share, its staff, its dates and its costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from portal.foundation.finding import Severity
from portal.foundation.wording import Day, Euros, Wording, say
from portal.funding.regimes import AmountKey, Decisions, RegimeLevel, SettingKey, YearLaw, law_of_year
from portal.funding.regimes.streams import (
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
    OLD_EVENTS,
    OLD_ICT,
    OLD_RECYCLED_PCS,
)
from portal.funding.rulebook.examples.types import Outcome, Value, WorkedExample, given, percent, share_in
from portal.funding.rules import (
    chargeable_share,
    check_expense,
    federal_estimate,
    ict_pack_share,
    lump_sum_of_year,
    payment_of_year,
    recycled_pcs_cap,
    staff_caps_of_year,
)
from portal.funding.rules.found import cents_setting
from portal.funding.rules.staff import staff_lump_sum_old
from portal.funding.types import AllocatedPart, ExpenseFacts, Owner

FEDERAL = RegimeLevel.FEDERAL
OLD_YEAR = 2014
NO_YEAR = say("geen enkel federaal jaar")


def key(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(2025, decisions)
    known = law.amount(AmountKey.FEDERAL)
    budget, weight = known.value if known else 0, share_in(law, FEDERAL, SettingKey.FEDERAL_WEIGHT)
    cents = federal_estimate(budget, leefloon=2, leefloon_whole=1_000, vt=3, vt_whole=1_000, leefloon_weight=weight)
    yield WorkedExample(
        "FED-KEY-3",
        say("Het federale bedrag van een OCMW"),
        2025,
        given(
            (say("federaal geld voor het hele land"), Euros(budget)),
            (say("deel van alle mensen met leefloon"), percent(Fraction(2, 1_000))),
            (say("deel van alle mensen met verhoogde tegemoetkoming"), percent(Fraction(3, 1_000))),
        ),
        say(
            "%(budget)s x (%(weight)s van %(leefloon)s + %(rest)s van %(vt)s)",
            budget=Euros(budget),
            weight=percent(weight),
            leefloon=percent(Fraction(2, 1_000)),
            rest=percent(1 - weight),
            vt=percent(Fraction(3, 1_000)),
        ),
        (Outcome(say("bedrag voor het OCMW"), Euros(cents), Euros(26_673_75)),),
        is_invented=True,
    )


def mixed_audience(_decisions: Decisions) -> Iterator[WorkedExample]:
    yield WorkedExample(
        "FED-TARGET-7",
        say("Een activiteit voor gebruikers en anderen"),
        2024,
        given((say("alle deelnemers"), 20), (say("gebruikers van het OCMW"), 6), (say("kost"), Euros(1_000_00))),
        say("%(cost)s x 6/20", cost=Euros(1_000_00)),
        (
            Outcome(say("wat op federaal geld mag"), Euros(chargeable_share(1_000_00, 6, 20)), Euros(300_00)),
            Outcome(say("begunstigden in het verslag"), 6, 6),
        ),
    )


def staff_of_one_centre(decisions: Decisions) -> Iterator[WorkedExample]:
    law, granted = law_of_year(OLD_YEAR, decisions), 27_000_00
    share = share_in(law, FEDERAL, SettingKey.STAFF_SHARE)
    threshold = cents_setting(law, SettingKey.STAFF_THRESHOLD) or 0
    asked_less = staff_lump_sum_old(
        granted, 20_000_00, requested_cents=20_000_00, threshold_cents=threshold, share=share
    )
    yield WorkedExample(
        "FED-STAFF-3",
        say("Personeel van één OCMW"),
        OLD_YEAR,
        given(
            (say("toelage in het besluit"), Euros(granted)),
            (say("kleinste toelage met recht op personeelskosten"), Euros(threshold)),
        ),
        say(
            "het kleinste van %(share)s van wat je verantwoordt en wat er nog over is van %(granted)s",
            share=percent(share),
            granted=Euros(granted),
        ),
        (
            Outcome(say("maar 20.000 euro gevraagd"), Euros(asked_less), Euros(0)),
            Outcome(
                say("26.000 euro verantwoord"),
                Euros(lump_sum_of_year(law, granted, 26_000_00, None)),
                Euros(1_000_00),
            ),
            Outcome(say("35.000 euro verantwoord"), Euros(lump_sum_of_year(law, granted, 35_000_00, None)), Euros(0)),
        ),
    )


def staff_of_centres_together(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(OLD_YEAR, decisions)
    centres = (("A", 5_000_00, 4_500_00, 450_00), ("B", 10_000_00, 11_000_00, 0), ("C", 12_000_00, 10_000_00, 1_000_00))
    pooled = sum(granted for _name, granted, _justified, _stated in centres)
    yield WorkedExample(
        "FED-STAFF-4",
        say("Personeel van drie OCMW's die samenwerken"),
        OLD_YEAR,
        given(
            *(
                (say("OCMW %(name)s: toelage en verantwoord", name=name), _both(granted, justified))
                for name, granted, justified, _stated in centres
            ),
            (say("toelagen samen"), Euros(pooled)),
        ),
        say(
            "voor elk OCMW het kleinste van %(share)s van wat het verantwoordt en wat er over is van zijn toelage",
            share=percent(share_in(law, FEDERAL, SettingKey.STAFF_SHARE)),
        ),
        tuple(
            Outcome(
                say("OCMW %(name)s", name=name),
                Euros(lump_sum_of_year(law, granted, justified, pooled)),
                Euros(stated),
            )
            for name, granted, justified, stated in centres
        ),
    )


def _both(granted: int, justified: int) -> Wording:
    return say("%(granted)s en %(justified)s", granted=Euros(granted), justified=Euros(justified))


def staff_per_cluster(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(2024, decisions)
    clusters = {
        FEDERAL_PARTICIPATION: (12_000_00, 1_200_00),
        FEDERAL_MODULES: (5_000_00, 5_000_00),
        FEDERAL_CHILD_POVERTY: (8_000_00, 800_00),
    }
    caps = staff_caps_of_year(law, {code: cents for code, (cents, _stated) in clusters.items()}) or {}
    labels = {code: law.streams[code].short_label if code in law.streams else say("cluster") for code in clusters}
    yield WorkedExample(
        "FED-STAFF-7",
        say("Personeel per cluster"),
        2024,
        given(*((labels[code], Euros(cents)) for code, (cents, _stated) in clusters.items())),
        say(
            "%(share)s van participatie en van kinderarmoede, %(modules)s van de modules",
            share=percent(share_in(law, FEDERAL, SettingKey.STAFF_SHARE)),
            modules=percent(share_in(law, FEDERAL, SettingKey.STAFF_SHARE_MODULES)),
        ),
        (
            *(
                Outcome(labels[code], Euros(caps.get(code, 0)), Euros(stated))
                for code, (_cents, stated) in clusters.items()
            ),
            Outcome(say("samen"), Euros(sum(caps.values())), Euros(7_000_00)),
        ),
        is_invented=True,
    )


def year_of_booking(decisions: Decisions) -> Iterator[WorkedExample]:
    booked, late = date(2025, 1, 6), date(2026, 1, 6)
    yield WorkedExample(
        "FED-PAY-6",
        say("Welk jaar betaalt dit?"),
        2024,
        given(
            (say("activiteit"), Day(date(2024, 12, 28))),
            (say("factuur"), Day(date(2024, 12, 30))),
            (say("geboekt"), Day(booked)),
        ),
        say("het jaar van de boekingsdatum, als er dan federaal geld is"),
        (
            Outcome(say("geboekt op 6 januari 2025"), _federal_year(booked, decisions), 2025),
            Outcome(say("geboekt op 6 januari 2026"), _federal_year(late, decisions), NO_YEAR),
        ),
    )


def _federal_year(booked: date, decisions: Decisions) -> Value:
    """The year whose federal money the rulebook lets pay what was booked on a day."""
    for year in range(booked.year - 2, booked.year + 2):
        found = check_expense(
            _expense(law_of_year(year, decisions), 100_00, FEDERAL_PARTICIPATION, imputed_on=booked),
            overrides=decisions,
        )
        if not any(one.blocks for one in found):
            return year
    return NO_YEAR


def _expense(law: YearLaw, cents: int, stream: str, **known: object) -> ExpenseFacts:
    return ExpenseFacts(
        description="Toegang tot het zwembad",
        invoice_cents=cents,
        year=law.year,
        owner=Owner.OCMW,
        beneficiaries=1,
        has_proof=True,
        parts=(AllocatedPart(stream, cents),),
        **known,  # type: ignore[arg-type]
    )


def pack(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(OLD_YEAR, decisions)
    parts = cents_setting(law, SettingKey.ICT_PACK_PARTS) or 1
    yield WorkedExample(
        "FED-COST-6",
        say("Een pakket met internet, telefoon en tv"),
        OLD_YEAR,
        given((say("factuur"), Euros(75_00)), (say("delen"), parts)),
        say("%(invoice)s gedeeld door %(parts)s", invoice=Euros(75_00), parts=parts),
        (Outcome(say("wat telt"), Euros(ict_pack_share(75_00, parts)), Euros(25_00)),),
        is_invented=True,
    )


def recycled_computer(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(OLD_YEAR, decisions)
    most = recycled_pcs_cap(1, cents_setting(law, SettingKey.RECYCLED_PC_CAP) or 0)
    invoice = 130_00
    moved = ExpenseFacts(
        description="Gerecycleerde computer",
        invoice_cents=invoice,
        year=OLD_YEAR,
        owner=Owner.OCMW,
        imputed_on=date(OLD_YEAR, 5, 1),
        beneficiaries=1,
        pc_count=1,
        has_proof=True,
        parts=tuple(
            AllocatedPart(code, cents)
            for code, cents in ((OLD_RECYCLED_PCS, min(most, invoice)), (OLD_ICT, invoice - min(most, invoice)))
            if cents
        ),
    )
    refused = any(
        one.rule == "FED-COST-7" and one.severity is Severity.ERROR for one in check_expense(moved, overrides=decisions)
    )
    answer = {True: say("mag niet"), False: say("mag")}
    yield WorkedExample(
        "FED-COST-7",
        say("Een gerecycleerde computer van 130 euro"),
        OLD_YEAR,
        given((say("factuur"), Euros(invoice)), (say("aantal pc's"), 1)),
        say("hoogstens %(most)s per pc; de rest kan niet op categorie 4", most=Euros(most)),
        (
            Outcome(say("wat je terugkrijgt"), Euros(min(most, invoice)), Euros(100_00)),
            Outcome(say("de rest op categorie 4"), answer[refused], say("mag niet")),
            Outcome(
                say("voorschot"),
                Euros(payment_of_year(law, OLD_RECYCLED_PCS, 100_00, 100_00)[0].advance_cents or 0),
                Euros(0),
            ),
        ),
        is_invented=True,
    )


def advance(decisions: Decisions) -> Iterator[WorkedExample]:
    law, granted = law_of_year(OLD_YEAR, decisions), 27_000_00
    payment, row = payment_of_year(law, OLD_EVENTS, granted, 20_000_00)
    share = Fraction(row.value) if row is not None and row.value is not None else Fraction(0)
    yield WorkedExample(
        "FED-PAY-1",
        say("Voorschot en saldo"),
        OLD_YEAR,
        given((say("toelage in het besluit"), Euros(granted)), (say("verantwoord"), Euros(20_000_00))),
        say("hoogstens %(share)s van de toelage, en na controle de rest van wat je verantwoordt", share=percent(share)),
        (
            Outcome(say("voorschot"), Euros(payment.advance_cents or 0), Euros(13_500_00)),
            Outcome(say("saldo"), Euros(payment.balance_cents or 0), Euros(6_500_00)),
        ),
        is_invented=True,
    )
