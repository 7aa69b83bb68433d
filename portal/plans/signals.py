"""What plans tell the domains above them, which they do not know: a plan wants to move, an action has moved."""

from __future__ import annotations

from blinker import Namespace

_signals = Namespace()

# Sent with the plan and `status`, before anything changes; a receiver that has an objection raises RuleBroken.
plan_moving = _signals.signal("plan-moving")
# Sent with the action and `former`, the status it had, once the new one is saved.
action_moved = _signals.signal("action-moved")
