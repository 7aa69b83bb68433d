"""What meetings tell the domains above them, which they do not know: a decision has moved."""

from __future__ import annotations

from blinker import Namespace

# Sent with the decision and `former`, the status it had, once the new one is saved.
decision_moved = Namespace().signal("decision-moved")
