"""Highest amounts: investments, purchases for a person, recycled computers, packs of internet and TV."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from portal.foundation.finding import Finding, Severity
from portal.foundation.money import rounded_cents, share_of
from portal.foundation.wording import Euros, say
from portal.funding.regimes import Setting, SettingKey, YearLaw
from portal.funding.regimes.streams import OLD_ICT, OLD_RECYCLED_PCS
from portal.funding.rules.allocated import cents_on, federal_cents, is_federal, without_vat
from portal.funding.rules.found import cents_setting, federal_setting, found, is_regime, refusal_of
from portal.funding.rules.target_group import has_key
from portal.funding.types import ExpenseFacts, ExpenseKind

ICT_PACK_PARTS = 3
RECYCLED_PC_CAP_CENTS = 100_00


def ict_pack_share(invoice_cents: int, parts: int = ICT_PACK_PARTS) -> int:
    """The part of a pack with internet, telephone and TV that counts (FED-COST-6)."""
    return share_of(invoice_cents, 1, parts)


def recycled_pcs_cap(pc_count: int, cap_cents: int = RECYCLED_PC_CAP_CENTS) -> int:
    """The most that can be reclaimed for so many recycled computers (FED-COST-7)."""
    return pc_count * cap_cents


def most_federal(expense: ExpenseFacts, law: YearLaw) -> int:
    """The most that federal money of the year may pay of an expense before a rule on the expense itself objects."""
    invoice = max(expense.invoice_cents, 0)
    if has_key(expense):
        most = share_of(invoice, expense.target_group_n or 0, expense.target_group_m or 1)
    elif expense.target_group_n is None and expense.target_group_m is None:
        most = invoice
    else:
        return 0  # half a key, or one that cannot be
    pack = federal_setting(law, SettingKey.ICT_PACK_PARTS)
    if expense.is_ict_pack and pack is not None and pack.value:
        most = min(most, _pack_share(expense, int(pack.value)))
    limit = _limit_without_vat(expense, law)
    return most if limit is None else min(most, _with_vat(expense, limit))


def _limit_without_vat(expense: ExpenseFacts, law: YearLaw) -> int | None:
    """What an investment or a purchase for a person may cost without VAT; None where there is no limit."""
    allowed = federal_setting(law, SettingKey.INVESTMENTS_ALLOWED)
    forbidden = allowed is not None and allowed.value == 0
    if expense.kind is ExpenseKind.INVESTMENT and allowed is not None:
        return 0 if forbidden else cents_setting(law, SettingKey.INVESTMENT_CAP)
    cap = cents_setting(law, SettingKey.PERSON_CAP)
    if expense.kind is ExpenseKind.INDIVIDUAL and not forbidden and cap is not None and expense.beneficiaries:
        return cap * max(expense.beneficiaries, 0)
    return None


def _with_vat(expense: ExpenseFacts, limit: int) -> int:
    """The most cents of the invoice that are, without VAT, not more than the limit."""
    excl = expense.invoice_excl_vat_cents
    if excl is None or limit == 0:
        return limit
    if excl <= 0:
        return max(expense.invoice_cents, 0)
    return int(-(-Fraction((2 * limit + 1) * expense.invoice_cents, 2 * excl) // 1)) - 1


def _pack_share(expense: ExpenseFacts, parts: int) -> int:
    share = Fraction(1, parts)
    if has_key(expense):
        share *= Fraction(expense.target_group_n or 0, expense.target_group_m or 1)
    return rounded_cents(expense.invoice_cents * share)


def check_caps(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    yield from _check_recycled_pcs(expense, law)
    if not is_federal(expense, law):
        return
    yield from _check_investment(expense, law)
    yield from _check_purchase_for_person(expense, law)
    yield from _check_ict_pack(expense, law)


def charged_without_vat(expense: ExpenseFacts, law: YearLaw) -> int:
    """What is charged to federal money, without VAT."""
    charged = federal_cents(expense, law)
    return without_vat(charged, expense.invoice_cents, expense.invoice_excl_vat_cents)


def _check_investment(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    allowed = federal_setting(law, SettingKey.INVESTMENTS_ALLOWED)
    if expense.kind is not ExpenseKind.INVESTMENT or allowed is None:
        return
    if allowed.value == 0:
        yield _refused_investment(expense, law, allowed)
        return
    cap = cents_setting(law, SettingKey.INVESTMENT_CAP)
    charged = charged_without_vat(expense, law)
    if cap is None or charged <= cap:
        return
    rule = "FED-INV-1" if is_regime(law, "FED-OLD") else "FED-INV-3"
    if expense.invoice_excl_vat_cents is None:
        sentence = say(
            "Een investering is hoogstens %(cap)s zonder btw. Vul het bedrag zonder btw in als het lager is.",
            cap=Euros(cap),
        )
        yield found(law, rule, sentence, "invoice_excl_vat_cents")
        return
    sentence = say(
        "Een investering is hoogstens %(cap)s zonder btw. Nu is het %(charged)s.",
        cap=Euros(cap),
        charged=Euros(charged),
    )
    yield found(law, rule, sentence, "parts")


def _refused_investment(expense: ExpenseFacts, law: YearLaw, allowed: Setting) -> Finding:
    if allowed.is_settled:
        sentence = say(
            "Een investering mag in %(year)s niet met federaal geld. "
            "Is het een aankoop voor een gebruiker? Kies dan een andere soort.",
            year=expense.year,
        )
        return found(law, "FED-INV-4", sentence, "kind", source=allowed.source)
    sentence = say(
        "Een investering mag in %(year)s waarschijnlijk niet met federaal geld. Dat is nog te bevestigen.",
        year=expense.year,
    )
    return found(law, "FED-INV-4", sentence, "kind", severity=refusal_of(allowed), certainty=allowed.certainty)


def _check_purchase_for_person(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Only a warning: individual aid can also be a camp or a membership, which have no such limit."""
    allowed = federal_setting(law, SettingKey.INVESTMENTS_ALLOWED)
    cap = cents_setting(law, SettingKey.PERSON_CAP)
    persons = expense.beneficiaries
    if expense.kind is not ExpenseKind.INDIVIDUAL or not persons or persons < 0 or cap is None:
        return
    if allowed is not None and allowed.value == 0:  # the limits went away together with the investments
        return
    each = rounded_cents(Fraction(charged_without_vat(expense, law), persons))
    if each > cap:
        yield found(
            law,
            "FED-INV-2" if is_regime(law, "FED-OLD") else "FED-INV-3",
            say(
                "Dit is %(each)s per persoon. Een aankoop voor een persoon is hoogstens %(cap)s zonder btw.",
                each=Euros(each),
                cap=Euros(cap),
            ),
            "parts",
            severity=Severity.WARNING,
        )


def _check_ict_pack(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    row = federal_setting(law, SettingKey.ICT_PACK_PARTS)
    if not expense.is_ict_pack or row is None or not row.value or expense.invoice_cents <= 0:
        return
    most, charged = _pack_share(expense, int(row.value)), federal_cents(expense, law)
    if charged > most:
        yield found(
            law,
            "FED-COST-6",
            say(
                "Een pakket met internet, telefoon en tv telt voor 1 deel op %(parts)s. "
                "Hoogstens %(most)s mag op federaal geld. Nu is het %(charged)s.",
                parts=int(row.value),
                most=Euros(most),
                charged=Euros(charged),
            ),
            "parts",
            severity=refusal_of(row),
            certainty=row.certainty,
        )


def _check_recycled_pcs(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    reclaimed, cap = cents_on(expense, OLD_RECYCLED_PCS), cents_setting(law, SettingKey.RECYCLED_PC_CAP)
    if reclaimed <= 0 or cap is None:
        return
    pcs = expense.pc_count
    if pcs is None or pcs < 1:
        yield found(law, "FED-COST-7", say("Hoeveel gerecycleerde pc's zijn het? Vul een getal in."), "pc_count")
        return
    most = recycled_pcs_cap(pcs, cap)
    if reclaimed > most:
        yield found(
            law,
            "FED-COST-7",
            say(
                "Voor gerecycleerde pc's (aantal: %(pcs)s) krijg je hoogstens %(most)s. Nu is het %(charged)s.",
                pcs=pcs,
                most=Euros(most),
                charged=Euros(reclaimed),
            ),
            "parts",
        )
    moved, room = cents_on(expense, OLD_ICT), _room_on_ict(expense.invoice_cents, pcs, cap, reclaimed)
    if moved > room:
        yield found(
            law,
            "FED-COST-7",
            say("Wat een gerecycleerde pc meer kost dan %(cap)s, kan niet op categorie 4.", cap=Euros(cap)),
            "parts",
        )


def _room_on_ict(invoice_cents: int, pcs: int, cap_cents: int, reclaimed_cents: int) -> int:
    """Whole computers without a place in category 5 may go to category 4; the rest of one may not."""
    price = Fraction(max(invoice_cents, 0), pcs)
    each = min(Fraction(cap_cents), price)
    if each <= 0:
        return 0
    covered = -(-Fraction(reclaimed_cents) // each)
    return int(max(0, pcs - covered) * price)
