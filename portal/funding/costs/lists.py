"""Which lists of costs there are, and of which source each was read."""

from __future__ import annotations

from portal.foundation.wording import Wording, say
from portal.funding.costs.types import CostList
from portal.funding.regimes import sources
from portal.funding.regimes.streams import (
    DRAWING_RIGHT,
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
    OLD_ASSOCIATIONS,
    OLD_CHILD_POVERTY,
    OLD_EVENTS,
    OLD_ICT,
    OLD_INITIATIVES,
    OLD_RECYCLED_PCS,
)
from portal.funding.regimes.types import RegimeLevel

WHOLE_LEVEL = ""  # a line about all money of the subsidy, whatever the category


def _old(code: str, title: Wording, stream: str, rule: str) -> CostList:
    return CostList(code, title, RegimeLevel.FEDERAL, ("FED-OLD",), stream, rule, sources.MANUAL_OLD)


def _new(code: str, title: Wording, stream: str, rule: str, source: str = sources.DEMOS_FICHE) -> CostList:
    return CostList(code, title, RegimeLevel.FEDERAL, ("FED-NEW",), stream, rule, source)


EVENTS_YES = _old("events-yes", say("Categorie 1, evenementen: wat mag"), OLD_EVENTS, "FED-COST-1")
EVENTS_NO = _old("events-no", say("Categorie 1, evenementen: wat niet mag"), OLD_EVENTS, "FED-COST-2")
ASSOCIATIONS_YES = _old("associations-yes", say("Categorie 2, verenigingen: wat mag"), OLD_ASSOCIATIONS, "FED-COST-3")
ASSOCIATIONS_NO = _old(
    "associations-no", say("Categorie 2, verenigingen: wat niet mag"), OLD_ASSOCIATIONS, "FED-COST-3"
)
INITIATIVES_YES = _old("initiatives-yes", say("Categorie 3, initiatieven: wat mag"), OLD_INITIATIVES, "FED-COST-4")
INITIATIVES_NO = _old("initiatives-no", say("Categorie 3, initiatieven: wat niet mag"), OLD_INITIATIVES, "FED-COST-4")
COOPERATION = _old("cooperation", say("Samenwerking met organisaties"), OLD_INITIATIVES, "FED-COOP-2")
ICT_YES = _old("ict-yes", say("Categorie 4, internet en computers: wat mag"), OLD_ICT, "FED-COST-6")
ICT_NO = _old("ict-no", say("Categorie 4, internet en computers: wat niet mag"), OLD_ICT, "FED-COST-6")
RECYCLED_PCS = _old("recycled-pcs", say("Categorie 5, gerecycleerde computers"), OLD_RECYCLED_PCS, "FED-COST-7")
INVESTMENTS = _old("investments", say("Investeringen en aankopen"), WHOLE_LEVEL, "FED-INV-1")
STAFF = _old("staff", say("Personeel"), WHOLE_LEVEL, "FED-STAFF-1")

CHILD_PROGRAMMES = _old(
    "child-programmes", say("Kinderarmoede, individueel 1: sociale programma's"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_SCHOOL_YES = _old(
    "child-school-yes", say("Kinderarmoede, individueel 2: school, wat mag"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_SCHOOL_NO = _old(
    "child-school-no", say("Kinderarmoede, individueel 2: school, wat niet mag"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_MIND = _old(
    "child-mind", say("Kinderarmoede, individueel 3: psychologische steun"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_CARE_YES = _old(
    "child-care-yes", say("Kinderarmoede, individueel 4: raadpleging, wat mag"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_CARE_NO = _old(
    "child-care-no", say("Kinderarmoede, individueel 4: raadpleging, wat niet mag"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_GEAR_YES = _old(
    "child-gear-yes", say("Kinderarmoede, individueel 4: uitrusting, wat mag"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_GEAR_NO = _old(
    "child-gear-no", say("Kinderarmoede, individueel 4: uitrusting, wat niet mag"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_GAMES = _old(
    "child-games", say("Kinderarmoede, individueel 5: leermiddelen en spelletjes"), OLD_CHILD_POVERTY, "FED-COST-5"
)
CHILD_GROUPS = _old("child-groups", say("Kinderarmoede, collectief: soorten acties"), OLD_CHILD_POVERTY, "FED-COST-5")
CHILD_GROUP_COSTS = _old(
    "child-group-costs", say("Kinderarmoede, collectief: soorten kosten"), OLD_CHILD_POVERTY, "FED-COST-5"
)

CLUSTER_PARTICIPATION = _new(
    "cluster-participation", say("Maatschappelijke participatie"), FEDERAL_PARTICIPATION, "FED-CLUS-1"
)
CLUSTER_ICT = _new(
    "cluster-ict", say("Maatschappelijke participatie: internet"), FEDERAL_PARTICIPATION, "FED-CLUS-2", sources.KB_2017
)
CLUSTER_CHILDREN = _new("cluster-children", say("Bestrijden van kinderarmoede"), FEDERAL_CHILD_POVERTY, "FED-CLUS-4")
CLUSTER_MODULES = _new("cluster-modules", say("Collectieve modules"), FEDERAL_MODULES, "FED-CLUS-3")
CLUSTER_INVESTMENTS = _new(
    "cluster-investments",
    say("Investeringen en aankopen"),
    WHOLE_LEVEL,
    "FED-INV-3",
    sources.FAQ_INVESTMENT_OLD,
)
CLUSTER_INVESTMENTS_NOW = _new(
    "cluster-investments-now",
    say("Investeringen en aankopen"),
    WHOLE_LEVEL,
    "FED-INV-4",
    sources.FAQ_INVESTMENT_NEW,
)
CLUSTER_LIMITS = _new("cluster-limits", say("Grenzen van de toelage"), WHOLE_LEVEL, "FED-CLUS-7", sources.SLIDES_2018)
CLUSTER_STAFF = _new("cluster-staff", say("Personeel"), FEDERAL_PARTICIPATION, "FED-STAFF-6", sources.SLIDES_2018)
CLUSTER_STAFF_MODULES = _new(
    "cluster-staff-modules", say("Personeel"), FEDERAL_MODULES, "FED-STAFF-6", sources.SLIDES_2018
)
CLUSTER_STAFF_CHILDREN = _new(
    "cluster-staff-children", say("Personeel"), FEDERAL_CHILD_POVERTY, "FED-STAFF-6", sources.SLIDES_2018
)


def _flemish(code: str, title: Wording, rule: str, source: str) -> CostList:
    return CostList(code, title, RegimeLevel.FLEMISH, ("FL-PD",), DRAWING_RIGHT, rule, source)


FLEMISH_PARTICIPATION = _flemish(
    "flemish-participation", say("Deelnemen aan vrije tijd betalen"), "FL-SPEND-1", sources.SCW_CONDITIONS
)
FLEMISH_INITIATIVES = _flemish(
    "flemish-initiatives", say("Initiatieven van of voor de doelgroep"), "FL-SPEND-2", sources.SCW_CONDITIONS
)
FLEMISH_UNKNOWN = _flemish("flemish-unknown", say("Nog niet gevonden"), "FL-SPEND-3", sources.NOT_FOUND)
FLEMISH_PRACTICE = _flemish("flemish-practice", say("Zo gebruikten netwerken het"), "FL-SPEND-4", sources.ANTWERP_2015)
FLEMISH_UITPAS = _flemish("flemish-uitpas", say("Zo gebruikte Mechelen het"), "FL-SPEND-4", sources.DEMOS_FICHE)
