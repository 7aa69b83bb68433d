"""What the demo networks typed for their papers: invented words in plain Dutch, and they say so."""

from __future__ import annotations

from collections.abc import Mapping

from portal.network.models import Network
from portal.reports.operations import write_texts
from portal.reports.register import find_definition
from portal.reports.types import PaperKind

INVENTED_TEXT = "Deze tekst is een voorbeeld en verzonnen."

TEXTS: Mapping[str, Mapping[tuple[PaperKind, int], Mapping[str, str]]] = {
    "heist-op-den-berg": {
        (PaperKind.AGREEMENT_NOTE, 2020): {
            "use-participation": f"{INVENTED_TEXT} Het meeste geld gaat naar de korting op de vrijetijdskaart. "
            "Wie de kaart heeft, "
            "betaalt minder voor lessen, kampen, toegang en lidgeld, in de gemeente en daarbuiten.\n\n"
            "- De korting is hoog genoeg om echt te helpen.\n"
            "- Wie start met een sport, krijgt hulp bij het materiaal.",
            "use-initiatives": "Met de rest steunen we initiatieven van en voor mensen in armoede. Zo trekt de "
            "kansenwerker op huisbezoek, en komt er vrije tijd in de dorpen.",
            "drafting": "De stuurgroep kwam vier keer samen. Vzw Den Draai zat telkens mee aan tafel en las elke "
            "versie na met ervaringsdeskundigen. De diensten schreven elk hun eigen acties uit.",
            "execution": "Elke actie heeft een trekker. De stuurgroep kijkt drie keer per jaar na hoe ver de acties "
            "staan. Eén keer per jaar vragen we het aan de mensen zelf, in een leesronde.",
        },
        (PaperKind.JUSTIFICATION, 2024): {
            "summary": f"{INVENTED_TEXT} Meer mensen gebruikten de kaart, en de dorpen kregen een eigen aanbod.",
            "partners": "De partners kwamen samen in de stuurgroep. Tussendoor belden en mailden we over gezinnen die "
            "de stap niet alleen zetten. De cijfers van elke actie komen van de partner die haar trekt.",
            "steering": "In de vergaderingen bij Den Draai zeiden mensen dat ze te lang op de korting wachten. "
            "Daarom kwam er een actie om sneller terug te betalen.",
            "evaluation": "De kaart werkt, maar eerst zelf betalen blijft een drempel. Volgend jaar willen we "
            "sneller terugbetalen en de dorpen beter bereiken.",
        },
    },
}


def type_papers(network: Network) -> None:
    """Every text of the papers of one network."""
    for (kind, year), texts in TEXTS.get(network.slug, {}).items():
        definition = find_definition(kind)
        if definition is not None:
            parts = definition.parts_for(network, year)
            write_texts(network.id, year=year, kind=kind, parts=parts, texts=texts)
