"""The evidence list for inspection: every expense with what proves it, what is missing first (FED-REP-5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.foundation.wording import Euros, Wording, say
from portal.reports.types import (
    Block,
    Cell,
    CellKind,
    Column,
    DataState,
    Facts,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    Remark,
)

TITLE = say("Bewijslijst voor de inspectie")
TOTAL = say("Totaal")


class Lack(StrEnum):
    """A piece that an inspector asks and that is not there."""

    PROOF = "proof"
    BOOKED = "booked"
    STREAM = "stream"
    AGREEMENT = "agreement"
    SIGNATURE = "signature"
    CONTROL = "control"
    BENEFICIARIES = "beneficiaries"
    ERROR = "error"


LACK_WORDS = {
    Lack.PROOF: say("bewijsstuk"),
    Lack.BOOKED: say("boekingsdatum"),
    Lack.STREAM: say("bron die betaalt"),
    Lack.AGREEMENT: say("overeenkomst"),
    Lack.SIGNATURE: say("handtekening van beide partijen"),
    Lack.CONTROL: say("nagekeken verantwoording van de partner"),
    Lack.BENEFICIARIES: say("aantal begunstigden"),
    Lack.ERROR: say("een fout tegen de regels is niet opgelost"),
}
# By number: one expense, or several.
LACK_SENTENCES = {
    Lack.PROOF: (say("1 uitgave zonder bewijsstuk."), say("%(count)s uitgaven zonder bewijsstuk.")),
    Lack.BOOKED: (say("1 uitgave zonder boekingsdatum."), say("%(count)s uitgaven zonder boekingsdatum.")),
    Lack.STREAM: (say("1 uitgave zonder bron die betaalt."), say("%(count)s uitgaven zonder bron die betaalt.")),
    Lack.AGREEMENT: (say("1 uitgave zonder overeenkomst."), say("%(count)s uitgaven zonder overeenkomst.")),
    Lack.SIGNATURE: (
        say("1 uitgave met een overeenkomst die niet beide partijen tekenden."),
        say("%(count)s uitgaven met een overeenkomst die niet beide partijen tekenden."),
    ),
    Lack.CONTROL: (
        say("1 uitgave waarvan de verantwoording van de partner niet is nagekeken."),
        say("%(count)s uitgaven waarvan de verantwoording van de partner niet is nagekeken."),
    ),
    Lack.BENEFICIARIES: (
        say("1 uitgave zonder aantal begunstigden."),
        say("%(count)s uitgaven zonder aantal begunstigden."),
    ),
    Lack.ERROR: (
        say("1 uitgave met een fout tegen de regels."),
        say("%(count)s uitgaven met een fout tegen de regels."),
    ),
}


@dataclass(frozen=True)
class EvidenceRow:
    """One expense with all that proves it; `parts` are the streams that pay with their cents."""

    number: int
    description: str
    supplier: str
    invoice_cents: int
    parts: tuple[tuple[Wording, int], ...]
    on: date | None = None
    imputed_on: date | None = None
    reference: str = ""
    proofs: tuple[str, ...] = ()
    agreement: str = ""
    key: tuple[int, int] | None = None
    beneficiaries: int | None = None
    is_spent: bool = True
    is_outsourced: bool = False
    is_federal: bool = False
    is_staff: bool = False
    is_signed: bool = False
    is_controlled: bool = False
    has_error: bool = False

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is missing; what is only promised has no proof yet."""
        if not self.is_spent:
            return ()
        outsourced = self.is_outsourced and bool(self.agreement)
        missing = {
            Lack.PROOF: not self.proofs and not self.reference,
            Lack.BOOKED: self.imputed_on is None,
            Lack.STREAM: not self.parts,
            Lack.AGREEMENT: self.is_outsourced and not self.agreement,
            Lack.SIGNATURE: outsourced and not self.is_signed,
            Lack.CONTROL: outsourced and not self.is_controlled,
            Lack.BENEFICIARIES: self.is_federal and not self.is_staff and not self.beneficiaries,
            Lack.ERROR: self.has_error,
        }
        return tuple(lack for lack, is_missing in missing.items() if is_missing)


@dataclass(frozen=True)
class EvidenceAgreement:
    """An agreement of the year, with the days on which it became one and was controlled."""

    partner: str
    title: str
    reference: str
    amount_cents: int | None
    charged_cents: int
    signed_on: date | None
    partner_signed_on: date | None
    committed_on: date | None
    received_on: date | None
    checked_on: date | None
    checked_by: str = ""


@dataclass(frozen=True)
class EvidenceFacts:
    network: str
    applicant: str
    year: int
    state: DataState
    rows: tuple[EvidenceRow, ...]
    agreements: tuple[EvidenceAgreement, ...] = ()


def write_evidence(facts: EvidenceFacts) -> Paper:
    """The list; missing pieces do not keep it back, because it is made to find them."""
    return Paper(
        kind=PaperKind.EVIDENCE,
        title=say("%(title)s %(year)s", title=TITLE, year=facts.year),
        network=facts.network,
        year=facts.year,
        state=facts.state,
        blocks=tuple(_blocks(facts)),
        missing=tuple(_missing(facts)),
    )


def _blocks(facts: EvidenceFacts) -> Iterator[Block]:
    spent = [row for row in facts.rows if row.is_spent]
    lacking = sorted((row for row in spent if row.lacks), key=lambda row: (-len(row.lacks), row.number))
    whole = [row for row in spent if not row.lacks]
    promised = [row for row in facts.rows if not row.is_spent]
    yield Facts(
        (
            (say("Aanvrager"), facts.applicant),
            (say("Uitgaven in de boeken"), str(len(spent))),
            (say("Uitgaven waar iets ontbreekt"), str(len(lacking))),
        )
    )
    yield Heading(say("Wat nog ontbreekt"))
    yield _grid(say("Uitgaven waar iets ontbreekt"), lacking, "Ontbreekt", say("Er ontbreekt niets."), with_lacks=True)
    yield Heading(say("Volledig"))
    yield _grid(say("Uitgaven met alle stukken"), whole, "Volledig", say("Er is nog geen uitgave met alle stukken."))
    if promised:
        yield Heading(say("Beloofd en nog niet geboekt"))
        yield _grid(say("Beloofde uitgaven"), promised, "Beloofd", say("Niets."))
    yield Heading(say("Overeenkomsten"))
    yield _agreements(facts.agreements)
    yield Heading(say("Wat hier niet staat"))
    yield Paragraph(
        say(
            "Dossiers van mensen staan niet in het portaal. Bij steun aan één persoon ligt het sociaal onderzoek in "
            "het dossier van het OCMW, en staat de vraag in het register."
        )
    )
    yield Remark(say("Hoe lang je de stukken moet bewaren, is niet gevonden (FED-REP-6)."))


def _grid(caption: Wording, rows: Sequence[EvidenceRow], key: str, empty: Wording, *, with_lacks: bool = False) -> Grid:
    lacks = (Column(say("Ontbreekt"), CellKind.TEXT, "lacks"),) if with_lacks else ()
    return Grid(
        caption=caption,
        columns=(
            Column(say("Nummer"), CellKind.COUNT, "number"),
            *lacks,
            Column(say("Omschrijving"), CellKind.TEXT, "description"),
            Column(say("Leverancier"), CellKind.TEXT, "supplier"),
            Column(say("Datum"), CellKind.DAY, "on"),
            Column(say("Geboekt op"), CellKind.DAY, "imputed_on"),
            Column(say("Factuurbedrag"), CellKind.CENTS, "invoice_cents"),
            Column(say("Wie betaalt"), CellKind.TEXT, "parts"),
            Column(say("Verwijzing"), CellKind.TEXT, "reference"),
            Column(say("Bestanden"), CellKind.TEXT, "proofs"),
            Column(say("Overeenkomst"), CellKind.TEXT, "agreement"),
            Column(say("Sleutel van de doelgroep"), CellKind.TEXT, "key"),
            Column(say("Begunstigden"), CellKind.COUNT, "beneficiaries"),
        ),
        rows=tuple(_row(row, with_lacks=with_lacks) for row in rows),
        key=key,
        when_empty=empty,
        total=_total(rows, with_lacks=with_lacks) if rows else None,
    )


def _row(row: EvidenceRow, *, with_lacks: bool) -> tuple[Cell, ...]:
    lacks: tuple[Cell, ...] = (_listed([LACK_WORDS[one] for one in row.lacks]),) if with_lacks else ()
    return (
        row.number,
        *lacks,
        row.description,
        row.supplier,
        row.on,
        row.imputed_on,
        row.invoice_cents,
        _listed([say("%(stream)s %(amount)s", stream=label, amount=Euros(cents)) for label, cents in row.parts]),
        row.reference,
        ", ".join(row.proofs),
        row.agreement,
        say("%(n)s van %(m)s", n=row.key[0], m=row.key[1]) if row.key else None,
        row.beneficiaries,
    )


def _listed(words: Sequence[Wording]) -> Wording | None:
    found: Wording | None = None
    for one in words:
        found = one if found is None else say("%(first)s, %(next)s", first=found, next=one)
    return found


def _total(rows: Sequence[EvidenceRow], *, with_lacks: bool) -> tuple[Cell, ...]:
    empty: tuple[Cell, ...] = (None,) if with_lacks else ()
    before: tuple[Cell, ...] = (TOTAL, *empty, None, None, None, None)
    return (*before, sum(row.invoice_cents for row in rows), None, None, None, None, None, None)


def _agreements(rows: Sequence[EvidenceAgreement]) -> Grid:
    return Grid(
        caption=say("Overeenkomsten met organisaties"),
        columns=(
            Column(say("Partner"), CellKind.TEXT, "partner"),
            Column(say("Waarover"), CellKind.TEXT, "title"),
            Column(say("Kenmerk"), CellKind.TEXT, "reference"),
            Column(say("Bedrag"), CellKind.CENTS, "amount_cents"),
            Column(say("Op federaal geld"), CellKind.CENTS, "charged_cents"),
            Column(say("Getekend door ons"), CellKind.DAY, "signed_on"),
            Column(say("Getekend door de partner"), CellKind.DAY, "partner_signed_on"),
            Column(say("Vastgelegd"), CellKind.DAY, "committed_on"),
            Column(say("Verantwoording binnen"), CellKind.DAY, "received_on"),
            Column(say("Nagekeken"), CellKind.DAY, "checked_on"),
            Column(say("Nagekeken door"), CellKind.TEXT, "checked_by"),
        ),
        rows=tuple(
            (
                one.partner,
                one.title,
                one.reference,
                one.amount_cents,
                one.charged_cents,
                one.signed_on,
                one.partner_signed_on,
                one.committed_on,
                one.received_on,
                one.checked_on,
                one.checked_by,
            )
            for one in rows
        ),
        key="Overeenkomsten",
        when_empty=say("Er liep geen overeenkomst."),
    )


def _missing(facts: EvidenceFacts) -> Iterator[Missing]:
    counted = Counter(lack for row in facts.rows for lack in row.lacks)
    for lack in Lack:
        count = counted[lack]
        if count:
            one, several = LACK_SENTENCES[lack]
            sentence = one if count == 1 else say(several.msgid, count=count)
            yield Missing(sentence, count, False, "funding.expenses", (("year", facts.year),))
