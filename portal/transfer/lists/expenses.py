"""The ledger of a year as a spreadsheet: one expense a row, one column for each stream that pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.wording import say
from portal.funding import queries
from portal.funding.models import Expense
from portal.funding.regimes import all_streams, streams_of_year
from portal.funding.types import EXPENSE_KIND_LABELS, EXPENSE_STAGE_LABELS, OWNER_LABELS
from portal.network.models import Agreement
from portal.network.queries import list_agreements
from portal.plans.models import Action
from portal.transfer import filters
from portal.transfer.lists.columns import ORIGIN, PART, STREAM_CHOICES, codes, part_columns, with_origin
from portal.transfer.lists.listing import Place
from portal.transfer.lists.naming import Names
from portal.transfer.queries import list_actions_by_id
from portal.transfer.types import ColumnKind, ColumnSpec, Share, SheetSpec

TITLE = say("Uitgaven")
STREAM = ColumnSpec(
    "stream",
    say("Bron"),
    ColumnKind.CHOICE,
    choices=STREAM_CHOICES,
    hint=say("Alleen als één bron de hele factuur betaalt. Laat de kolommen per bron dan leeg."),
)
CURRENCY = ColumnSpec(
    "currency",
    say("Munt"),
    hint=say("Alleen euro. Een bedrag in een andere munt wordt niet gelezen."),
    max_length=40,
    aliases=("Valuta", "Muntsoort", "Munteenheid", "Currency"),
)
FIRST = (
    ColumnSpec(
        "number",
        say("Nummer"),
        ColumnKind.INTEGER,
        hint=say("Laat leeg voor een nieuwe uitgave. Met een nummer verander je de uitgave die er al is."),
    ),
    ColumnSpec(
        "description",
        say("Omschrijving"),
        required=True,
        max_length=300,
        hint=say("Schrijf het voluit, zonder afkortingen."),
    ),
    ColumnSpec("action", say("Actie"), max_length=300, hint=say("De titel van een actie van dit jaar.")),
    ColumnSpec("supplier", say("Leverancier"), max_length=150),
    ColumnSpec("kind", say("Soort"), ColumnKind.CHOICE, required=True, choices=codes(EXPENSE_KIND_LABELS)),
    ColumnSpec(
        "stage",
        say("Stand"),
        ColumnKind.CHOICE,
        choices=codes(EXPENSE_STAGE_LABELS),
        hint=say("Leeg betekent: geboekt."),
    ),
    ColumnSpec(
        "owner",
        say("Wie betaalt de factuur?"),
        ColumnKind.CHOICE,
        choices=codes(OWNER_LABELS),
        hint=say("Leeg betekent: gemeente."),
        aliases=("Van wie", "owner"),
    ),
    ColumnSpec(
        "invoice_cents",
        say("Factuurbedrag met btw"),
        ColumnKind.MONEY,
        required=True,
        aliases=("Bedrag", "Factuurbedrag", "Bedrag incl. btw"),
    ),
    ColumnSpec(
        "invoice_excl_vat_cents", say("Factuurbedrag zonder btw"), ColumnKind.MONEY, aliases=("Bedrag excl. btw",)
    ),
    ColumnSpec("invoice_on", say("Factuurdatum"), ColumnKind.DATE, aliases=("Datum van de factuur",)),
    ColumnSpec("activity_on", say("Datum van de activiteit"), ColumnKind.DATE),
    ColumnSpec(
        "imputed_on",
        say("Boekingsdatum"),
        ColumnKind.DATE,
        hint=say("De dag waarop de uitgave in de boekhouding kwam. Deze dag telt voor het jaar."),
        aliases=("Aanrekeningsdatum", "Datum van aanrekening"),
    ),
    ColumnSpec("beneficiaries", say("Aantal begunstigden"), ColumnKind.INTEGER, aliases=("Begunstigden",)),
    ColumnSpec(
        "target",
        say("Klanten van het OCMW van alle deelnemers"),
        ColumnKind.SHARE,
        hint=say("Alleen bij een gemengd publiek."),
    ),
)
LAST = (
    ColumnSpec("is_ict_pack", say("Pakket internet, telefoon en tv"), ColumnKind.BOOLEAN),
    ColumnSpec("pc_count", say("Aantal pc's"), ColumnKind.INTEGER),
    ColumnSpec(
        "agreement",
        say("Overeenkomst"),
        max_length=400,
        hint=say("De naam van de partner, een dubbele punt, en de titel van de overeenkomst."),
    ),
    ColumnSpec(
        "evidence_reference", say("Bewijs"), max_length=150, hint=say("Bijvoorbeeld het nummer van de factuur.")
    ),
    ColumnSpec("note", say("Nota"), max_length=5000),
)


def reading(place: Place) -> SheetSpec:
    """Every stream of every year: an amount on one that does not exist must be refused, not passed over."""
    parts = part_columns(stream.code for stream in all_streams())
    return SheetSpec("expenses", TITLE, (*FIRST, CURRENCY, STREAM, *parts, *LAST, ORIGIN))


def template(place: Place) -> SheetSpec:
    known = streams_of_year(place.year, place.overrides)
    here = {stream.code: stream.label for stream in known}
    stream = ColumnSpec(STREAM.key, STREAM.header, STREAM.kind, choices=here, hint=STREAM.hint)
    return SheetSpec("expenses", TITLE, (*FIRST, stream, *part_columns(here), *LAST))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    """The streams of the year, and others that hold money all the same."""
    here = {stream.code for stream in streams_of_year(place.year, place.overrides)}
    here |= {key.removeprefix(PART) for row in rows for key in row if key.startswith(PART)}
    parts = part_columns(stream.code for stream in all_streams() if stream.code in here)
    return SheetSpec("expenses", TITLE, with_origin((*FIRST, *parts, *LAST), rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """The ledger as the screen shows it, newest booking first."""
    held = queries.list_expenses(place.network.id, place.year, filters.expense_filter())
    names = names_of_actions(place), names_of_agreements(place)
    return [row_of(expense, *names) for expense in held]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "description": "Toegang tot het zwembad voor het gezin",
            "kind": "individual",
            "stage": "booked",
            "owner": "municipality",
            "invoice_cents": 4_250,
            "imputed_on": date(place.year, 3, 14),
            "beneficiaries": 4,
            "stream": "drawing-right",
            "evidence_reference": f"F-{place.year}-014",
        }
    ]


def names_of_actions(place: Place) -> Names[Action]:
    """The actions of the year under names that lead back to them."""
    everything = list_actions_by_id(place.network.id)
    return Names((action.title, action) for action in everything if action.year == place.year)


def names_of_agreements(place: Place) -> Names[Agreement]:
    return Names((f"{one.partner.name}: {one.title}", one) for one in list_agreements(place.network.id))


def row_of(expense: Expense, actions: Names[Action], agreements: Names[Agreement]) -> dict[str, Any]:
    """An expense as a row of the list."""
    has_share = expense.target_n is not None and bool(expense.target_m)
    return {
        "number": expense.number,
        "description": expense.description,
        "action": actions.name_of_id(expense.action_id),
        "supplier": expense.supplier,
        "kind": expense.kind.value,
        "stage": expense.stage.value,
        "owner": expense.owner.value,
        "invoice_cents": expense.invoice_cents,
        "invoice_excl_vat_cents": expense.invoice_excl_vat_cents,
        "invoice_on": expense.invoice_on,
        "activity_on": expense.activity_on,
        "imputed_on": expense.imputed_on,
        "beneficiaries": expense.beneficiaries,
        "target": Share(expense.target_n or 0, expense.target_m or 0) if has_share else None,
        "is_ict_pack": expense.is_ict_pack or None,
        "pc_count": expense.pc_count,
        "agreement": agreements.name_of_id(expense.agreement_id),
        "evidence_reference": expense.evidence_reference,
        "note": expense.note,
        "origin": expense.origin,
        **{PART + part.stream: part.amount_cents for part in expense.allocations},
    }
