"""Where the facts of the demo networks come from; whatever else the data say is invented, and says so."""

from __future__ import annotations

from portal.demo.types import INVENTED

HEIST = "Netwerkdag 2016, sessie 2 (Heist-op-den-Berg)"
MECHELEN = "fiche over de federale toelage (Mechelen)"
ANTWERPEN = "collegebesluit over het trekkingsrecht 2015 (FL-DRAW-7)"
ANTWERPEN_MEDIATORS = "voorstelling jeugddienst en OCMW (Antwerpen)"
WERVIK = "voorstelling jeugddienst en OCMW (Wervik)"

SOURCES = (HEIST, MECHELEN, ANTWERPEN, ANTWERPEN_MEDIATORS, WERVIK)


def fact(source: str, rest: str = "") -> str:
    """The origin of a record that a source speaks of; `rest` tells how far it does, and what is invented."""
    return f"Feit: {source}. {rest}".strip()


def invented(rest: str) -> str:
    """The origin of a record that no source speaks of, with why it is there."""
    return f"{INVENTED} {rest}"
