"""The actions of Heist-op-den-Berg, those that another one steps in for first."""

from portal.demo.heist.actions.cooperating import COOPERATING_ACTIONS
from portal.demo.heist.actions.guiding import GUIDING_ACTIONS
from portal.demo.heist.actions.removing import REMOVING_ACTIONS
from portal.demo.types import DemoObjective

OBJECTIVES = (
    DemoObjective("S1", "strategic", "Iedereen in Heist kan meedoen in de vrije tijd"),
    DemoObjective("O1", "operational", "De prijs houdt niemand tegen", "S1"),
    DemoObjective("O2", "operational", "Mensen vinden de weg naar het aanbod", "S1"),
    DemoObjective("S2", "strategic", "Mensen in armoede bepalen mee wat we doen"),
    DemoObjective("O3", "operational", "Aanbieders kennen de drempels en verlagen ze", "S2"),
)

ACTIONS = (*REMOVING_ACTIONS, *GUIDING_ACTIONS, *COOPERATING_ACTIONS)

__all__ = ["ACTIONS", "OBJECTIVES"]
