"""An agreement with an organisation: what it must say, who signed when, and what came back for the money (FED-COOP)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from portal.foundation.finding import Certainty, Finding, Severity, most_serious_first
from portal.foundation.money import rounded_cents
from portal.foundation.wording import Day, Euros, Wording, say
from portal.foundation.years import Span
from portal.funding.regimes import SettingKey, YearLaw
from portal.funding.rules.found import federal_setting, found, is_regime, refusal_of

PARTS = {
    "form": say("wanneer en in welke vorm"),
    "target_group": say("voor wie"),
    "amount_cents": say("wat er in geld tegenover staat"),
}


@dataclass(frozen=True)
class AgreementFacts:
    """An agreement as its rules read it; `charged_cents` is what stands on federal money of the year."""

    partner: str
    title: str
    charged_cents: int
    period: Span
    services: str = ""
    form: str = ""
    target_group: str = ""
    amount_cents: int | None = None
    signed_on: date | None = None
    partner_signed_on: date | None = None
    committed_on: date | None = None
    is_lump_sum: bool = False
    general_costs_cents: int | None = None
    justified_cents: int | None = None
    received_on: date | None = None
    checked_on: date | None = None
    today: date | None = None

    @property
    def is_over(self) -> bool:
        return self.today is not None and self.period.until is not None and self.today > self.period.until


def check_outsourced(facts: AgreementFacts, law: YearLaw) -> list[Finding]:
    """Everything the rules say of an agreement that federal money pays, the most serious first."""
    if not facts.charged_cents:
        return []
    said = [*_check_words(facts, law), *_check_signatures(facts, law), *_check_commitment(facts, law)]
    return most_serious_first([*said, *_check_control(facts, law), *_check_amounts(facts, law)])


def _rule_of_words(law: YearLaw) -> str:
    return "FED-COOP-2" if is_regime(law, "FED-OLD") else "FED-COOP-1"


def _check_words(facts: AgreementFacts, law: YearLaw) -> Iterator[Finding]:
    if not facts.services.strip():
        sentence = say(
            "De overeenkomst zegt niet wat de partner doet. Geld zonder echte tegenprestatie is een gift. Dat mag niet."
        )
        yield found(law, _rule_of_words(law), sentence, "services", severity=Severity.ERROR)
    for name, words in PARTS.items():
        value = getattr(facts, name)
        if value is None or value == "" or (isinstance(value, str) and not value.strip()):
            yield found(
                law,
                _rule_of_words(law),
                say("De overeenkomst zegt niet: %(part)s.", part=words),
                name,
                severity=Severity.ERROR,
            )


def _check_signatures(facts: AgreementFacts, law: YearLaw) -> Iterator[Finding]:
    severity = Severity.ERROR if is_regime(law, "FED-OLD") else Severity.WARNING
    if facts.signed_on is None:
        sentence = say("Vul in wanneer jullie de overeenkomst ondertekenden.")
        yield found(law, "FED-COOP-2", sentence, "signed_on", severity=severity)
    if facts.partner_signed_on is None:
        sentence = say("Vul in wanneer de partner de overeenkomst ondertekende.")
        yield found(law, "FED-COOP-2", sentence, "partner_signed_on", severity=severity)


def _check_commitment(facts: AgreementFacts, law: YearLaw) -> Iterator[Finding]:
    row = federal_setting(law, SettingKey.COMMITMENT_IN_PERIOD)
    if row is None or row.value == 0:
        return
    first, last = Day(facts.period.start), Day(facts.period.until or facts.period.start)
    if facts.committed_on is None:
        sentence = say("Wanneer is de overeenkomst vastgelegd? Dat moet van %(first)s tot %(last)s.",
                       first=first, last=last)  # fmt: skip
        yield found(law, "FED-COOP-2", sentence, "committed_on", severity=Severity.WARNING)
    elif not facts.period.holds(facts.committed_on):
        sentence = say(
            "De overeenkomst is vastgelegd op %(day)s. Dat moet van %(first)s tot %(last)s.",
            day=Day(facts.committed_on),
            first=first,
            last=last,
        )
        severity, certainty = refusal_of(row), row.certainty
        yield found(law, "FED-COOP-2", sentence, "committed_on", severity=severity, certainty=certainty)


def _check_control(facts: AgreementFacts, law: YearLaw) -> Iterator[Finding]:
    if facts.received_on is None:
        words = LUMP_SUM_UNSEEN if facts.is_lump_sum else NOT_RECEIVED
        severity = Severity.WARNING
        if facts.is_lump_sum or (facts.is_over and is_regime(law, "FED-OLD")):
            severity = Severity.ERROR
        if facts.is_lump_sum or facts.is_over:
            yield found(law, "FED-COOP-2", words, "justification_received_on", severity=severity)
    elif facts.checked_on is None:
        severity = Severity.ERROR if facts.is_lump_sum else Severity.WARNING
        yield found(law, "FED-COOP-2", NOT_CHECKED, "justification_checked_on", severity=severity)


LUMP_SUM_UNSEEN = say(
    "Dit is een vast bedrag en er is nog geen verantwoording. Een vast bedrag zonder controle mag niet."
)
NOT_RECEIVED = say("De partner heeft nog niet verantwoord wat er met het geld gebeurde.")
NOT_CHECKED = say("De verantwoording van de partner is binnen, maar nog niet nagekeken.")


def _check_amounts(facts: AgreementFacts, law: YearLaw) -> Iterator[Finding]:
    if facts.amount_cents is not None and facts.charged_cents > facts.amount_cents:
        yield _too_much(law, MORE_THAN_AGREED, facts.charged_cents, facts.amount_cents, "amount_cents")
    if facts.justified_cents is not None and facts.charged_cents > facts.justified_cents:
        yield _too_much(law, MORE_THAN_JUSTIFIED, facts.charged_cents, facts.justified_cents, "justified_cents")
    row = federal_setting(law, SettingKey.OUTSOURCING_GENERAL_SHARE)
    if row is None or row.value is None or facts.general_costs_cents is None or facts.amount_cents is None:
        return
    most = rounded_cents(facts.amount_cents * Fraction(row.value))
    if facts.general_costs_cents > most:
        sentence = say(
            "Voor algemene kosten staat er %(general)s. Hoogstens %(most)s mag bij een overeenkomst van %(amount)s.",
            general=Euros(facts.general_costs_cents),
            most=Euros(most),
            amount=Euros(facts.amount_cents),
        )
        severity = Severity.ERROR if row.certainty is Certainty.CONFIRMED else Severity.WARNING
        yield found(law, "FED-COOP-4", sentence, "general_costs_cents", severity=severity, certainty=row.certainty)


MORE_THAN_AGREED = say("Op federaal geld staat %(charged)s. De overeenkomst gaat over %(most)s.")
MORE_THAN_JUSTIFIED = say("Op federaal geld staat %(charged)s. De partner verantwoordt %(most)s.")


def _too_much(law: YearLaw, words: Wording, charged: int, most: int, field: str) -> Finding:
    sentence = say(words.msgid, charged=Euros(charged), most=Euros(most))
    return found(law, "FED-COOP-2", sentence, field, severity=Severity.ERROR)
