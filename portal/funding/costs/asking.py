"""Who answers a question about a cost, and a draft of that question."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from portal.foundation.wording import Wording, say
from portal.funding.regimes.registry import YearLaw
from portal.funding.regimes.types import RegimeLevel

DEPARTMENT = say("Departement Cultuur, Jeugd en Media")
ADMINISTRATION = say("POD Maatschappelijke Integratie")
FEDERAL_ADDRESS = "vraag@mi-is.be"  # named in the manual of the old subsidy, section 1.6
LONGEST_COST = 200


@dataclass(frozen=True)
class Question:
    """A letter that somebody can copy or send; in Dutch, because Dutch-speaking administrations read it."""

    to: Wording
    address: str
    title: str
    text: str

    @property
    def href(self) -> str:
        """Opens the letter in the reader's own mail; empty when no address is known."""
        if not self.address:
            return ""
        return f"mailto:{self.address}?subject={quote(self.title)}&body={quote(self.text)}"


def questions_about(cost: str, law: YearLaw) -> tuple[Question, ...]:
    """The letters for a year: to the department as long as there is Flemish money, to POD MI for federal money."""
    written = " ".join(cost.split())[:LONGEST_COST]
    found = []
    flemish, federal = law.regime(RegimeLevel.FLEMISH), law.regime(RegimeLevel.FEDERAL)
    if flemish is not None:
        found.append(
            _question(DEPARTMENT, "", written, law.year, "het geld voor lokale netwerken vrijetijdsparticipatie")
        )
    if federal is not None and not federal.is_end:
        found.append(_question(ADMINISTRATION, FEDERAL_ADDRESS, written, law.year, _federal_money(law.year)))
    return tuple(found)


def _federal_money(year: int) -> str:
    if year <= 2016:
        return "de federale toelage sociale en culturele participatie"
    return "de federale toelage participatie en sociale activering"


def _question(to: Wording, address: str, cost: str, year: int, money: str) -> Question:
    return Question(
        to,
        address,
        f"Vraag over een kost: {cost} ({year})",
        "Beste,\n\n"
        f"Mogen wij in {year} deze kost betalen met {money}?\n\n"
        f"De kost: {cost}\n"
        "Voor wie: mensen in armoede\n"
        "Het bedrag: (vul in)\n"
        "Waarom het nodig is om mee te doen: (vul in)\n\n"
        "We vonden deze kost niet in de lijsten die we kennen. Is er een voorwaarde of een hoogste bedrag? "
        "Waar staat de regel?\n\n"
        "Met vriendelijke groeten,\n(je naam en je netwerk)\n",
    )
