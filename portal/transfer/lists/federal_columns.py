"""The columns of a federal report sheet, under the names that people and the sheet give them in Dutch and French."""

from __future__ import annotations

from portal.foundation.wording import say
from portal.transfer.reading.blocks import GROUP, PLACE
from portal.transfer.types import ColumnKind, ColumnSpec

COLUMNS = (
    ColumnSpec(
        GROUP,
        say("Categorie"),
        aliases=("Cluster", "Rubriek", "Maatregel", "Catégorie", "Rubrique", "Mesure"),
        hint=say("Mag weg als elk blad de naam van een categorie heeft."),
        max_length=200,
    ),
    ColumnSpec(
        "imputed_on",
        say("Datum van imputatie"),
        ColumnKind.DATE,
        required=True,
        aliases=(
            "Datum",
            "Datum imputatie",
            "Imputatiedatum",
            "Boekingsdatum",
            "Aanrekeningsdatum",
            "Datum van factuur of activiteit",
            "Date",
            "Date d'imputation",
            "Date imputation",
            "Date de l'imputation",
            "Date de comptabilisation",
        ),
    ),
    ColumnSpec(
        "description",
        say("Beschrijving van de activiteit"),
        required=True,
        max_length=300,
        aliases=(
            "Beschrijving",
            "Omschrijving",
            "Omschrijving van de activiteit",
            "Volledige omschrijving",
            "Activiteit",
            "Description",
            "Description de l'activité",
            "Activité",
            "Libellé",
        ),
    ),
    ColumnSpec(
        "beneficiaries",
        say("Aantal begunstigden"),
        ColumnKind.INTEGER,
        required=True,
        aliases=(
            "Begunstigden",
            "Aantal",
            "Aantal gerecycleerde pc's",
            "Aantal pc's",
            "Aantal computers",
            "Nombre",
            "Bénéficiaires",
            "Nombre de bénéficiaires",
            "Nombre de PC",
            "Nombre de PC recyclés",
            "Nombre d'ordinateurs",
            "Nombre d'ordinateurs recyclés",
        ),
    ),
    ColumnSpec(
        "amount_cents",
        say("Gesubsidieerd bedrag"),
        ColumnKind.MONEY,
        required=True,
        aliases=(
            "Bedrag",
            "Subsidiebedrag",
            "Tussenkomst",
            "Gesubsidieerd bedrag in euro",
            "Gesubsidieerd bedrag (EUR)",
            "Bedrag in euro",
            "Montant",
            "Montant subsidié",
            "Montant subventionné",
            "Intervention",
        ),
    ),
    ColumnSpec(PLACE, say("Blad en rij"), max_length=200),
)
