"""Why an expense can no longer be changed: who closed it, and when."""

from __future__ import annotations

from flask_babel import gettext as _

from portal.funding.models import Expense
from portal.history.queries import list_changes
from portal.web.filters import kept_words, moment

MOST_READ = 50


def why_closed(expense: Expense) -> str:
    """For who still has a form of it open: withdrawn or justified, by whom, when and why."""
    column = "stage" if expense.withdrawn_at is None else "withdrawn_at"
    changes = list_changes("expense", expense.id, expense.network_id, most=MOST_READ)
    closed = next((one for one in changes if one.subject_type == "expense" and column in one.fields), None)
    by = kept_words(closed.by) if closed is not None else _("iemand anders")
    if expense.withdrawn_at is not None:
        return _(
            "%(by)s trok deze uitgave in op %(at)s. De reden: “%(reason)s”. Je kan ze niet meer veranderen.",
            by=by,
            at=moment(expense.withdrawn_at),
            reason=expense.withdrawn_reason,
        )
    if closed is None:
        return _("Deze uitgave is al verantwoord. Zet ze eerst terug op geboekt.")
    return _(
        "%(by)s zette deze uitgave op verantwoord op %(at)s. Ze staat dus in een verslag. "
        "Zet ze eerst terug op geboekt als je ze wil veranderen.",
        by=by,
        at=moment(closed.at),
    )
