"""Welfare centres that work together: what their agreement must hold, what it may cover, what staff it brings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from portal.foundation.finding import Finding, Severity, most_serious_first
from portal.foundation.wording import Euros, Wording, say
from portal.funding.cooperations.types import CentreFacts, CooperationFacts
from portal.funding.regimes import SettingKey, YearLaw
from portal.funding.rules.found import cents_setting, found, is_regime
from portal.funding.rules.staff_reasoning import LumpSum, lump_sum_in
from portal.network.municipalities import find_municipality, follow, municipalities_on

ALL_OF_BELGIUM = say("Een samenwerking mag niet heel België omvatten.")
NOT_FOR_ANOTHER = say("Dit OCMW vraagt meer dan zijn eigen toelage. Een OCMW kan niet vragen voor een ander OCMW.")


def covers_all(codes: Collection[str], on: date) -> bool:
    """Whether every municipality of the country on a day takes part (FED-COOP-3)."""
    there = {code for nis in codes for code in follow(nis, on)}
    return all(one.nis in there for one in municipalities_on(on))


def is_everywhere(codes: Collection[str], on: date) -> bool:
    """Whether every region and every province has a centre in it: not all of Belgium yet, but close to it."""
    taken = [one for nis in codes if (one := find_municipality(nis)) is not None]
    every = municipalities_on(on)
    regions, provinces = {one.region for one in every}, {one.province for one in every if one.province}
    return regions <= {one.region for one in taken} and provinces <= {one.province for one in taken}


def staff_of_centres(facts: CooperationFacts, law: YearLaw) -> tuple[LumpSum | None, ...]:
    """The staff cost of each centre, in their order; None where an amount is missing or the law has no lump sum."""
    return tuple(_staff_of(centre, facts, law) for centre in facts.centres)


def _staff_of(centre: CentreFacts, facts: CooperationFacts, law: YearLaw) -> LumpSum | None:
    if centre.granted_cents is None or centre.justified_cents is None:
        return None
    return lump_sum_in(
        law,
        centre.granted_cents,
        centre.justified_cents,
        pooled_cents=facts.granted_cents,
        requested_cents=centre.requested_cents,
    )


def check_cooperation(facts: CooperationFacts, law: YearLaw) -> list[Finding]:
    """Everything the rules say of a cooperation, the most serious first."""
    said = [*_check_agreement(facts, law), *_check_centres(facts, law), *_check_area(facts, law)]
    return most_serious_first([*said, *_check_sum(facts, law)])


def _check_agreement(facts: CooperationFacts, law: YearLaw) -> Iterator[Finding]:
    if facts.signed_on is None:
        yield _said(law, say("Wanneer is de overeenkomst tussen de OCMW's ondertekend?"), "signed_on")
    if not facts.is_available:
        yield _said(law, say("De overeenkomst moet in het OCMW liggen voor de inspectie."), "is_available")
    if not facts.staff_function.strip():
        yield _said(
            law,
            say("De overeenkomst noemt geen gezamenlijk personeelslid. Schrijf welke functie dat is."),
            "staff_function",
        )
    if not any(one.is_employer for one in facts.centres):
        yield _said(law, say("Duid aan bij welk OCMW het personeelslid op de loonlijst staat."), "is_employer")


def _check_centres(facts: CooperationFacts, law: YearLaw) -> Iterator[Finding]:
    if len(facts.centres) < 2:
        yield _said(law, say("In een samenwerking zitten minstens twee OCMW's."), "centres")
    for one in facts.centres:
        if one.council_on is None:
            yield _said(law, say("Wanneer besliste de raad? Dat ontbreekt bij %(centre)s.", centre=one.name))
        if one.granted_cents is None:
            words = OWN_WITHOUT_GRANT if one.is_own else OTHER_WITHOUT_GRANT
            yield _said(law, say(words.msgid, centre=one.name))
        if one.requested_cents is None:
            yield _said(law, say("Hoeveel vraagt %(centre)s? Dat bedrag ontbreekt.", centre=one.name))
        elif one.granted_cents is not None and one.requested_cents > one.granted_cents:
            sentence = say(
                "%(centre)s vraagt %(requested)s en kreeg %(granted)s. Een OCMW kan niet vragen voor een ander.",
                centre=one.name,
                requested=Euros(one.requested_cents),
                granted=Euros(one.granted_cents),
            )
            yield _said(law, sentence)


OWN_WITHOUT_GRANT = say("De toelage van %(centre)s staat nog niet bij het toegekende geld.")
OTHER_WITHOUT_GRANT = say("De toelage van %(centre)s ontbreekt.")


def _check_area(facts: CooperationFacts, law: YearLaw) -> Iterator[Finding]:
    codes, on = [one.nis for one in facts.centres], date(facts.year, 12, 31)
    if covers_all(codes, on):
        yield found(law, "FED-COOP-3", ALL_OF_BELGIUM, "nis", severity=Severity.ERROR)
    elif is_everywhere(codes, on):
        sentence = say(
            "Er doen OCMW's mee uit alle gewesten en provincies. Een samenwerking mag niet heel België omvatten. "
            "Kijk dat na."
        )
        yield found(law, "FED-COOP-3", sentence, "nis", severity=Severity.WARNING)


def _check_sum(facts: CooperationFacts, law: YearLaw) -> Iterator[Finding]:
    threshold = cents_setting(law, SettingKey.STAFF_THRESHOLD)
    if threshold is None or not facts.centres or facts.granted_cents >= threshold:
        return
    sentence = say(
        "De toelagen zijn samen %(sum)s. Onder %(threshold)s is er geen recht op personeelskosten.",
        sum=Euros(facts.granted_cents),
        threshold=Euros(threshold),
    )
    yield found(law, "FED-STAFF-1", sentence, severity=Severity.WARNING)


def _said(law: YearLaw, sentence: Wording, field: str | None = None) -> Finding:
    """In the years after the old manual nobody found the same demand, so there it only warns."""
    severity = Severity.ERROR if is_regime(law, "FED-OLD") else Severity.WARNING
    return found(law, "FED-STAFF-5", sentence, field, severity=severity)
