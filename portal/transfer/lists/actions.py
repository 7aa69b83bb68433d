"""The actions of a year as a spreadsheet: one action a row, with who carries it and what it is planned to cost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.funding.models import BudgetLine
from portal.funding.queries import list_budget_lines
from portal.funding.regimes import all_streams, streams_of_year
from portal.plans import queries
from portal.plans.models import Action
from portal.plans.types import (
    ACTION_STATUS_LABELS,
    DOMAIN_LABELS,
    PLACE_KIND_LABELS,
    SPENDING_CATEGORY_LABELS,
    TARGET_GROUP_LABELS,
    THRESHOLD_LABELS,
    TRACK_LABELS,
    CarrierRole,
)
from portal.transfer import access, filters
from portal.transfer.lists.columns import BUDGET, ORIGIN, budget_columns, codes, with_origin
from portal.transfer.lists.listing import Place
from portal.transfer.lists.naming import Names, plain
from portal.transfer.queries import list_actions_by_id
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec

TITLE = say("Acties")
COLUMNS = (
    ColumnSpec("title", say("Titel"), required=True, max_length=200),
    ColumnSpec(
        "ordinal",
        say("Volgnummer"),
        ColumnKind.INTEGER,
        hint=say("Alleen als twee acties dezelfde titel hebben: 2 voor de tweede."),
    ),
    ColumnSpec("plan", say("Plan"), max_length=200, hint=say("Leeg betekent: het plan van dit jaar.")),
    ColumnSpec("objective", say("Doelstelling"), max_length=300),
    ColumnSpec("plain_sentence", say("In één gewone zin"), max_length=300),
    ColumnSpec("description", say("Beschrijving"), max_length=20_000),
    ColumnSpec("track", say("Spoor"), ColumnKind.CHOICE, required=True, choices=codes(TRACK_LABELS)),
    ColumnSpec("domain", say("Domein"), ColumnKind.CHOICE, required=True, choices=codes(DOMAIN_LABELS)),
    ColumnSpec(
        "spending_category",
        say("Soort besteding"),
        ColumnKind.CHOICE,
        required=True,
        choices=codes(SPENDING_CATEGORY_LABELS),
    ),
    ColumnSpec("thresholds", say("Drempels"), ColumnKind.CHOICES, choices=codes(THRESHOLD_LABELS)),
    ColumnSpec("target_groups", say("Doelgroepen"), ColumnKind.CHOICES, choices=codes(TARGET_GROUP_LABELS)),
    ColumnSpec(
        "place_kind",
        say("Soort plaats"),
        ColumnKind.CHOICE,
        choices=codes(PLACE_KIND_LABELS),
        hint=say("Leeg betekent: de hele gemeente."),
    ),
    ColumnSpec("place", say("Plaats"), max_length=150),
    ColumnSpec("months", say("Maanden"), ColumnKind.MONTHS),
    ColumnSpec("lead", say("Trekker"), max_length=150, hint=say("De naam van een partner.")),
    ColumnSpec(
        "carriers",
        say("Dragende partners"),
        max_length=5000,
        hint=say("Eén per regel: naam van de partner, dubbele punt, procent. Bijvoorbeeld: Jeugddienst: 40 %"),
    ),
    ColumnSpec(
        "steps_in_for",
        say("Vult aan waar niet genoeg is"),
        max_length=300,
        hint=say("De titel van een andere actie van dit jaar."),
    ),
    ColumnSpec("bbc_code", say("Code in de boekhouding"), max_length=60),
    ColumnSpec(
        "status",
        say("Stand"),
        ColumnKind.CHOICE,
        choices=codes(ACTION_STATUS_LABELS),
        hint=say("Leeg betekent: gepland."),
    ),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("actions", TITLE, (*COLUMNS, *budget_columns(stream.code for stream in all_streams()), ORIGIN))


def template(place: Place) -> SheetSpec:
    return SheetSpec("actions", TITLE, (*COLUMNS, *budget_columns(_streams_here(place))))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    """Planned money goes along only with those who see money."""
    if not access.can_export_amounts(place.actor):
        return SheetSpec("actions", TITLE, with_origin(COLUMNS, rows))
    here = set(_streams_here(place)) | {
        key.removeprefix(BUDGET) for row in rows for key in row if key.startswith(BUDGET)
    }
    budgets = budget_columns(stream.code for stream in all_streams() if stream.code in here)
    return SheetSpec("actions", TITLE, with_origin((*COLUMNS, *budgets), rows))


def _streams_here(place: Place) -> list[str]:
    return [stream.code for stream in streams_of_year(place.year, place.overrides)]


def rows(place: Place) -> list[dict[str, Any]]:
    """As the table on the screen: in the order of the plan."""
    held = queries.list_actions(place.network.id, place.year, filters.action_filter())
    shelf = Shelf(place)
    return [shelf.row_of(action) for action in held]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "title": "Samen zwemmen",
            "plain_sentence": "Je kan op woensdag gratis mee zwemmen.",
            "track": "removing",
            "domain": "sport",
            "spending_category": "participation",
            "thresholds": ("money", "transport"),
            "target_groups": ("families",),
            "months": (3, 4, 5),
            "lead": "Sportdienst",
            "carriers": "Sportdienst: 60 %\nJeugddienst: 40 %",
            "status": "planned",
        }
    ]


class Shelf:
    """What one needs at hand to write actions as rows: plans, names, and the planned money."""

    def __init__(self, place: Place) -> None:
        everything = list_actions_by_id(place.network.id)
        here = [action for action in everything if action.year == place.year]
        self.plans = {plan.id: plan for plan in queries.list_plans(place.network.id)}
        self.names: Names[Action] = Names((action.title, action) for action in here)
        self.elsewhere: Names[Action] = Names(
            (f"{action.title} ({action.year})", action) for action in everything if action.year != place.year
        )
        self.ordinals = _ordinals(here)
        self.by_title = {(plain(action.title), self.ordinals[action.id]): action for action in here}
        self.links = {action.id: action.steps_in_for_id for action in everything}
        self.budgets: dict[int, dict[str, BudgetLine]] = defaultdict(dict)
        for line in list_budget_lines(place.network.id, place.year):
            self.budgets[line.action_id][line.stream] = line

    def row_of(self, action: Action) -> dict[str, Any]:
        """An action as a row of the list."""
        ordinal = self.ordinals[action.id]
        return {
            "title": action.title,
            "ordinal": ordinal if ordinal > 1 else None,
            "plan": self.plans[action.plan_id].title,
            "objective": action.objective.title if action.objective else None,
            "plain_sentence": action.plain_sentence,
            "description": action.description,
            "track": action.track.value,
            "domain": action.domain.value,
            "spending_category": action.spending_category.value,
            "thresholds": tuple(action.thresholds) or None,
            "target_groups": tuple(action.target_groups) or None,
            "place_kind": action.place_kind.value,
            "place": action.place,
            "months": action.month_numbers or None,
            "lead": action.lead_partner.name if action.lead_partner else None,
            "carriers": carriers_text(action),
            "steps_in_for": self.names.name_of_id(action.steps_in_for_id)
            or self.elsewhere.name_of_id(action.steps_in_for_id),
            "bbc_code": action.bbc_code,
            "status": action.status.value,
            "origin": action.origin,
            **{BUDGET + stream: line.planned_cents for stream, line in self.budgets[action.id].items()},
        }


def _ordinals(actions: Iterable[Action]) -> dict[int, int]:
    """Which action of its title each is: the first, the second."""
    counted: Counter[str] = Counter()
    found = {}
    for action in actions:
        counted[plain(action.title)] += 1
        found[action.id] = counted[plain(action.title)]
    return found


def carriers_text(action: Action) -> str:
    """Who carries the action, one partner per line; the role as its code when it is not the usual one."""
    return "\n".join(
        f"{one.partner.name}: {one.share_percent} %"
        + ("" if one.role is CarrierRole.CARRYING else f" ({one.role.value})")
        for one in action.carriers
    )
