"""The picture of a network: who works with whom on how many actions."""

from __future__ import annotations

from portal.dashboards.figures.words import amount, listed, sector_label
from portal.dashboards.together import Together
from portal.dashboards.types import Edge, Figure, FigureKind, Node, Table, Unit
from portal.foundation.wording import Wording, say

SOURCE = say("Trekkers en dragende partners van de acties in dit portaal.")


def network_picture(together: Together, year: int) -> Figure:
    """Partners as points, larger with more actions; lines thicker with more actions together."""
    rows = together.companions
    nodes = tuple(Node(one.partner.name, one.actions) for one in rows)
    return Figure(
        key="network",
        kind=FigureKind.NETWORK,
        title=_title(together, year),
        nodes=nodes,
        edges=tuple(Edge(bond.first, bond.second, bond.actions) for bond in together.bonds),
        table=Table(
            (
                say("Partner"),
                say("Sector"),
                say("Werkt het meest samen met"),
                say("Acties"),
                say("Andere partners"),
            ),
            tuple(
                (
                    one.partner.name,
                    sector_label(one.partner.sector),
                    listed(_closest(together, at)),
                    amount(one.actions, Unit.COUNT),
                    amount(one.companions, Unit.COUNT),
                )
                for at, one in enumerate(rows)
            ),
            text_columns=3,
        ),
        definition=say(
            "Twee partners werken samen als ze in dezelfde actie trekker of drager zijn. Hoe dikker de "
            "lijn, hoe meer acties samen. Hoe groter het punt, hoe meer acties. Gestopte acties tellen "
            "niet mee."
        ),
        source=SOURCE,
    )


def _closest(together: Together, at: int) -> list[str]:
    """The partners that this one shares most actions with, at most three names."""
    mine = [bond for bond in together.bonds if at in (bond.first, bond.second)]
    best = [bond for bond in mine if bond.actions == mine[0].actions][:3]
    return [together.companions[bond.second if bond.first == at else bond.first].partner.name for bond in best]


def _title(together: Together, year: int) -> Wording:
    if not together.companions:
        return say("In %(year)s heeft het netwerk geen partners.", year=year)
    if not together.bonds:
        return say("In %(year)s werken nog geen partners samen aan een actie.", year=year)
    alone = together.alone
    if len(alone) == 1:
        return say("%(partner)s werkt met niemand samen aan een actie.", partner=alone[0].partner.name)
    if alone:
        return say("%(count)s partners werken met niemand samen aan een actie.", count=len(alone))
    best = together.bonds[0]
    return say(
        "Elke partner werkt samen. %(first)s en %(second)s doen dat het meest.",
        first=together.companions[best.first].partner.name,
        second=together.companions[best.second].partner.name,
    )
