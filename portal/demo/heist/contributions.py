"""What partners of Heist gave, year after year: hours, goods and people reached. All of it invented."""

from __future__ import annotations

from portal.demo.types import DemoContribution

YEARS = (2024, 2025, 2026)
NOT = None  # nothing was given in that year

# Action, partner and day; minutes and people reached per year; goods in cents; a note.
GIVEN: tuple[tuple[str, str, str, tuple[tuple[int, int] | None, ...], int, str], ...] = (
    ("uitpas", "cultuur", "01-23", (NOT, (480, 0), (360, 0)), 0, "Vragen verzameld voor het dossier."),
    ("voorstelling", "zwaneberg", "02-14", ((300, 38), (300, 19), (270, 17)), 12000, "Zaal zonder huur."),
    ("koken", "draai", "03-06", ((1800, 12), (1680, 11), NOT), 0, "Tien lessen, met voorbereiding."),
    ("werkgroep", "draai", "03-12", ((180, 0), (180, 0), (180, 0)), 0, "Overleg bij de vereniging."),
    ("werkgroep", "welzijnsraad", "03-12", ((120, 0), (120, 0), (120, 0)), 0, ""),
    ("kaart", "ocmw", "03-31", ((2700, 140), (2760, 152), (2580, 164)), 0, "Terugbetalingen van het kwartaal."),
    ("huisbezoek", "ocmw", "04-18", ((3600, 31), (3480, 34), (3300, 30)), 0, ""),
    ("huisbezoek", "jeugdzorg", "05-07", ((300, 6), (360, 7), (240, 5)), 0, ""),
    ("kaart", "sport", "05-14", ((300, 46), (330, 49), (300, 52)), 0, ""),
    ("brochure", "draai", "06-04", ((600, 5), (480, 4), (420, 4)), 0, ""),
    ("kaart", "jeugd", "06-12", ((240, 38), (270, 41), (240, 44)), 0, ""),
    ("dorpen", "clubs", "06-22", ((720, 41), (690, 37), (720, 43)), 6000, ""),
    ("kampen", "jeugd", "08-20", ((1500, 36), (1380, 28), (1620, 12)), 0, ""),
    ("kampen", "speelplein", "08-21", ((1200, 22), (1140, 22), NOT), 0, ""),
    ("kampen", "jeugd", "08-21", (NOT, NOT, (900, 22)), 0, "Weken op het speelplein."),
    ("materiaal", "sport", "09-10", ((360, 41), (300, 30), (180, 10)), 0, "Hulp bij het passen en kiezen."),
    ("werkgroep", "clubs", "09-16", ((150, 0), (120, 0), (150, 0)), 0, ""),
    ("terug", "ocmw", "09-24", (NOT, (600, 0), (540, 0)), 0, "Aanvragen nagekeken en korter gemaakt."),
    ("kaart", "ocmw", "10-06", ((2280, 118), (2160, 121), (2400, 126)), 0, "Terugbetalingen van het kwartaal."),
    ("kaart", "jeugd", "10-14", ((180, 22), (180, 25), (210, 27)), 0, ""),
    ("zwemmen", "sport", "10-15", ((900, 16), (900, 15), (840, 15)), 0, "Begeleiding aan de rand van het bad."),
    ("vorming", "cultuur", "10-22", ((540, 12), (540, 13), (480, 11)), 0, ""),
    ("vorming", "draai", "10-22", ((420, 12), (420, 13), (420, 11)), 0, "Ervaringsdeskundigen vertelden mee."),
    ("huisbezoek", "ocmw", "10-30", ((3240, 40), (3300, 40), (3120, 33)), 0, ""),
    ("buur", "draai", "11-04", (NOT, (840, 14), (900, 12)), 0, ""),
    ("buur", "clubs", "11-07", (NOT, (240, 14), (270, 12)), 0, ""),
    ("voorstelling", "zwaneberg", "11-15", ((360, 41), (330, 20), (240, 9)), 9000, ""),
    ("kaart", "ocmw", "12-10", ((2400, 150), (2340, 160), NOT), 0, "Terugbetalingen van het kwartaal."),
)

CONTRIBUTIONS = tuple(
    DemoContribution(action, partner, f"{year}-{day}", *given, goods=goods, note=note)
    for action, partner, day, per_year, goods, note in GIVEN
    for year, given in zip(YEARS, per_year, strict=True)
    if given is not NOT
)
