"""The one error that rules raise, and the one for a record that somebody else changed meanwhile."""

from __future__ import annotations

from portal.foundation.wording import Wording


class RuleBroken(Exception):
    """A rule refuses; `message` is shown beside the form field named `field` (or above the form)."""

    def __init__(self, message: Wording, field: str | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.field = field


class YearClosed(RuleBroken):
    """What somebody wants to save is about a year whose figures are frozen."""

    def __init__(self, message: Wording, year: int) -> None:
        super().__init__(message)
        self.year = year


class ChangedMeanwhile(Exception):
    """The record is newer than the version that the form was filled in for."""

    def __init__(self, since_version: int) -> None:
        super().__init__(f"changed since version {since_version}")
        self.since_version = since_version
