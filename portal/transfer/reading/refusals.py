"""The sentences with which a whole file is refused, each with what to do about it."""

from __future__ import annotations

from portal.foundation.wording import Wording, say
from portal.transfer.types import Limits, UnreadableFile

SAVE_AS_XLSX = say("Open het bestand in je rekenblad en kies “Opslaan als” Excel-werkmap (.xlsx).")


def refused(reason: Wording, advice: Wording = SAVE_AS_XLSX) -> UnreadableFile:
    """A refusal with what to do about it."""
    return UnreadableFile(say("%(reason)s %(advice)s", reason=reason, advice=advice))


def not_a_spreadsheet() -> UnreadableFile:
    """The refusal of a file that is something else altogether."""
    return UnreadableFile(say("Dit bestand is geen rekenblad. Kies een bestand van het type .xlsx of .csv."))


def damaged() -> UnreadableFile:
    """The refusal of a workbook that is broken."""
    return refused(say("Dit bestand is beschadigd of niet volledig."))


def too_many_rows(limits: Limits) -> UnreadableFile:
    """The refusal of a table that is too long."""
    return UnreadableFile(
        say(
            "Dit bestand telt meer dan %(max)s rijen. Er is niets bewaard. Splits het in kleinere bestanden.",
            max=limits.rows,
        )
    )


def too_many_columns(limits: Limits) -> UnreadableFile:
    """The refusal of a table that is too wide."""
    return UnreadableFile(
        say(
            "Dit blad telt meer dan %(max)s kolommen. Bewaar alleen de kolommen van de lijst.",
            max=limits.columns,
        )
    )


def too_many_cells() -> UnreadableFile:
    """The refusal of a workbook with more in it than one list can hold."""
    return UnreadableFile(
        say("Dit bestand bevat te veel cellen. Splits het in kleinere bestanden en lees ze één voor één in.")
    )


def cell_too_long(place: str, limits: Limits) -> UnreadableFile:
    """The refusal of a cell that no spreadsheet program could have made."""
    return UnreadableFile(
        say(
            "Cel %(cell)s bevat meer dan %(max)s tekens. Maak de tekst korter.",
            cell=place,
            max=limits.cell_characters,
        )
    )
