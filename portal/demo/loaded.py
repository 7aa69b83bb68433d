"""What stands already of a demo network while it is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.network.models import Agreement, Network, Partner
from portal.plans.models import Action, Objective, Plan


@dataclass
class Loaded:
    """The rows of one network, by the keys of the demo data."""

    network: Network
    partners: dict[str, Partner] = field(default_factory=dict)
    plans: dict[int, Plan] = field(default_factory=dict)
    objectives: dict[tuple[int, str], Objective] = field(default_factory=dict)
    actions: dict[tuple[int, str], Action] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
