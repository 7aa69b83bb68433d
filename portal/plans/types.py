"""The words of planning: statuses, thresholds, tracks, groups, and their Dutch labels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.foundation.wording import say


class PlanStatus(StrEnum):
    """From draft to closed; the moves between them are in `rules.NEXT_PLAN_STATUSES`."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    AGREED = "agreed"
    RUNNING = "running"
    EVALUATED = "evaluated"
    CLOSED = "closed"


PLAN_STATUS_LABELS = {
    PlanStatus.DRAFT: say("ontwerp"),
    PlanStatus.IN_REVIEW: say("in nazicht"),
    PlanStatus.AGREED: say("afgesproken"),
    PlanStatus.RUNNING: say("loopt"),
    PlanStatus.EVALUATED: say("geëvalueerd"),
    PlanStatus.CLOSED: say("afgesloten"),
}


class ObjectiveKind(StrEnum):
    STRATEGIC = "strategic"
    OPERATIONAL = "operational"


OBJECTIVE_KIND_LABELS = {
    ObjectiveKind.STRATEGIC: say("strategisch"),
    ObjectiveKind.OPERATIONAL: say("operationeel"),
}


class ActionStatus(StrEnum):
    """Where an action stands; the moves between them are in `rules.NEXT_ACTION_STATUSES`."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


ACTION_STATUS_LABELS = {
    ActionStatus.IDEA: say("idee"),
    ActionStatus.PLANNED: say("gepland"),
    ActionStatus.RUNNING: say("bezig"),
    ActionStatus.DONE: say("klaar"),
    ActionStatus.DROPPED: say("gestopt"),
}


class Threshold(StrEnum):
    """What holds people back."""

    MONEY = "money"
    INFORMATION = "information"
    TRANSPORT = "transport"
    TIME = "time"
    ADMINISTRATION = "administration"
    SHAME = "shame"
    SKILLS = "skills"
    LANGUAGE = "language"
    HEALTH = "health"
    CHILDCARE = "childcare"
    EQUIPMENT = "equipment"
    WELCOME = "welcome"
    OFFER = "offer"


THRESHOLD_LABELS = {
    Threshold.MONEY: say("geld"),
    Threshold.INFORMATION: say("informatie"),
    Threshold.TRANSPORT: say("vervoer en afstand"),
    Threshold.TIME: say("tijd en planning"),
    Threshold.ADMINISTRATION: say("papierwerk"),
    Threshold.SHAME: say("schaamte en angst"),
    Threshold.SKILLS: say("vaardigheden en vertrouwen"),
    Threshold.LANGUAGE: say("taal en cultuur"),
    Threshold.HEALTH: say("gezondheid en beperking"),
    Threshold.CHILDCARE: say("kinderopvang"),
    Threshold.EQUIPMENT: say("materiaal"),
    Threshold.WELCOME: say("onthaal"),
    Threshold.OFFER: say("aanbod past niet"),
}


class Track(StrEnum):
    GUIDING = "guiding"
    REMOVING = "removing"
    COOPERATING = "cooperating"


TRACK_LABELS = {
    Track.GUIDING: say("toeleiden"),
    Track.REMOVING: say("drempels wegnemen"),
    Track.COOPERATING: say("samenwerken en sensibiliseren"),
}


class Domain(StrEnum):
    CULTURE = "culture"
    YOUTH = "youth"
    SPORT = "sport"
    MIXED = "mixed"


DOMAIN_LABELS = {
    Domain.CULTURE: say("cultuur"),
    Domain.YOUTH: say("jeugdwerk"),
    Domain.SPORT: say("sport"),
    Domain.MIXED: say("gemengd"),
}


class SpendingCategory(StrEnum):
    """The two categories of the Flemish money (FL-SPEND-1, FL-SPEND-2)."""

    PARTICIPATION = "participation"
    INITIATIVES = "initiatives"


SPENDING_CATEGORY_LABELS = {
    SpendingCategory.PARTICIPATION: say("deelnemen betalen"),
    SpendingCategory.INITIATIVES: say("initiatieven steunen"),
}


class TargetGroup(StrEnum):
    """Always: among people in poverty."""

    CHILDREN_0_5 = "children-0-5"
    CHILDREN_6_12 = "children-6-12"
    YOUNG_13_17 = "young-13-17"
    YOUNG_ADULTS = "young-adults"
    ADULTS = "adults"
    FAMILIES = "families"
    SINGLE_PARENTS = "single-parents"
    SENIORS = "seniors"
    DISABILITY = "disability"
    MIGRATION = "migration"
    NEWCOMERS = "newcomers"


TARGET_GROUP_LABELS = {
    TargetGroup.CHILDREN_0_5: say("kinderen tot 5 jaar"),
    TargetGroup.CHILDREN_6_12: say("kinderen van 6 tot 12 jaar"),
    TargetGroup.YOUNG_13_17: say("jongeren van 13 tot 17 jaar"),
    TargetGroup.YOUNG_ADULTS: say("jongvolwassenen"),
    TargetGroup.ADULTS: say("volwassenen"),
    TargetGroup.FAMILIES: say("gezinnen"),
    TargetGroup.SINGLE_PARENTS: say("alleenstaande ouders"),
    TargetGroup.SENIORS: say("senioren"),
    TargetGroup.DISABILITY: say("mensen met een beperking"),
    TargetGroup.MIGRATION: say("mensen met een migratieachtergrond"),
    TargetGroup.NEWCOMERS: say("nieuwkomers"),
}


class PlaceKind(StrEnum):
    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    VILLAGE = "village"


PLACE_KIND_LABELS = {
    PlaceKind.MUNICIPALITY: say("de hele gemeente"),
    PlaceKind.DISTRICT: say("wijk"),
    PlaceKind.VILLAGE: say("dorp of deelgemeente"),
}


class CarrierRole(StrEnum):
    """What a carrying partner does in an action."""

    CARRYING = "carrying"
    GUIDING = "guiding"
    OFFERING = "offering"
    HOSTING = "hosting"
    PAYING = "paying"


CARRIER_ROLE_LABELS = {
    CarrierRole.CARRYING: say("draagt mee"),
    CarrierRole.GUIDING: say("leidt toe"),
    CarrierRole.OFFERING: say("biedt aan"),
    CarrierRole.HOSTING: say("ontvangt"),
    CarrierRole.PAYING: say("betaalt mee"),
}

MONTH_LABELS = {
    1: say("januari"),
    2: say("februari"),
    3: say("maart"),
    4: say("april"),
    5: say("mei"),
    6: say("juni"),
    7: say("juli"),
    8: say("augustus"),
    9: say("september"),
    10: say("oktober"),
    11: say("november"),
    12: say("december"),
}


@dataclass(frozen=True)
class Share:
    """A carrying partner with its part of the work, in whole percent."""

    partner_id: int
    percent: int
    role: CarrierRole = CarrierRole.CARRYING
