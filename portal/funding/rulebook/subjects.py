"""What a rule is about, told by the beginning of its id."""

from __future__ import annotations

from enum import StrEnum

from portal.foundation.wording import say


class RuleSubject(StrEnum):
    NETWORK = "network"
    NOTE = "note"
    SPENDING = "spending"
    DRAWING_RIGHT = "drawing-right"
    COFINANCING = "co-financing"
    PROCEDURE = "procedure"
    SUPRA_LOCAL = "supra-local"
    FEDERAL_MONEY = "federal-money"
    CLUSTERS = "clusters"
    USERS = "users"
    COSTS = "costs"
    INVESTMENTS = "investments"
    STAFF = "staff"
    PAYMENT = "payment"
    REPORT = "report"
    COOPERATION = "cooperation"
    UITPAS = "uitpas"
    BOOKKEEPING = "bookkeeping"
    REGIMES = "regimes"
    CODES = "codes"
    PRACTICE = "practice"


SUBJECT_LABELS = {
    RuleSubject.NETWORK: say("Het netwerk en zijn partners"),
    RuleSubject.NOTE: say("De nota"),
    RuleSubject.SPENDING: say("Wat het Vlaamse geld betaalt"),
    RuleSubject.DRAWING_RIGHT: say("Trekkingsrecht"),
    RuleSubject.COFINANCING: say("Cofinanciering"),
    RuleSubject.PROCEDURE: say("Aanvragen, beslissen en verantwoorden"),
    RuleSubject.SUPRA_LOCAL: say("Vanaf 2027: bovenlokaal"),
    RuleSubject.FEDERAL_MONEY: say("De federale toelage"),
    RuleSubject.CLUSTERS: say("Clusters en categorieën"),
    RuleSubject.USERS: say("Voor wie het federale geld is"),
    RuleSubject.COSTS: say("Kosten die mogen en niet mogen"),
    RuleSubject.INVESTMENTS: say("Investeringen"),
    RuleSubject.STAFF: say("Personeel"),
    RuleSubject.PAYMENT: say("Voorschot, datums en wat overblijft"),
    RuleSubject.REPORT: say("Het federale jaarverslag"),
    RuleSubject.COOPERATION: say("Samenwerken en uitbesteden"),
    RuleSubject.UITPAS: say("UiTPAS en kansentarief"),
    RuleSubject.BOOKKEEPING: say("Uitgaven in het portaal"),
    RuleSubject.REGIMES: say("Welke regelgeving geldt"),
    RuleSubject.CODES: say("Codes en gegevens"),
    RuleSubject.PRACTICE: say("Hoe netwerken het doen"),
}

_OF_PREFIX = {
    "FL-NET": RuleSubject.NETWORK,
    "FL-NOTE": RuleSubject.NOTE,
    "FL-SPEND": RuleSubject.SPENDING,
    "FL-DRAW": RuleSubject.DRAWING_RIGHT,
    "FL-COFIN": RuleSubject.COFINANCING,
    "FL-PROC": RuleSubject.PROCEDURE,
    "FL-BCD": RuleSubject.SUPRA_LOCAL,
    "FED-LIFE": RuleSubject.FEDERAL_MONEY,
    "FED-KEY": RuleSubject.FEDERAL_MONEY,
    "FED-CLUS": RuleSubject.CLUSTERS,
    "FED-TARGET": RuleSubject.USERS,
    "FED-COST": RuleSubject.COSTS,
    "FED-INV": RuleSubject.INVESTMENTS,
    "FED-STAFF": RuleSubject.STAFF,
    "FED-PAY": RuleSubject.PAYMENT,
    "FED-REP": RuleSubject.REPORT,
    "FED-COOP": RuleSubject.COOPERATION,
    "EYES": RuleSubject.BOOKKEEPING,
    "FED-LOCAL": RuleSubject.PRACTICE,
    "UIT": RuleSubject.UITPAS,
    "MONEY": RuleSubject.BOOKKEEPING,
    "STREAM": RuleSubject.BOOKKEEPING,
    "DATA-NIS": RuleSubject.CODES,
    "DATA-KBO": RuleSubject.CODES,
    "DATA-ORG": RuleSubject.BOOKKEEPING,
    "DATA-BBC": RuleSubject.CODES,
    "DATA-OSLO": RuleSubject.CODES,
    "DATA-DESK": RuleSubject.REPORT,
    "PRAC": RuleSubject.PRACTICE,
}


def subject_of(rule: str) -> RuleSubject:
    """A rule without number, such as FED-END, is a regime itself."""
    stem, _dash, number = rule.rpartition("-")
    return _OF_PREFIX[stem] if number.isdigit() else RuleSubject.REGIMES
