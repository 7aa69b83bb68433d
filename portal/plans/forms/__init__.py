"""What people fill in about plans, actions and contributions."""

from portal.plans.forms.actions import ActionForm, IndicatorForm, MoveForm
from portal.plans.forms.contributions import ContributionForm
from portal.plans.forms.plans import ObjectiveForm, PlanForm

__all__ = ["ActionForm", "ContributionForm", "IndicatorForm", "MoveForm", "ObjectiveForm", "PlanForm"]
