"""The base of all tables: names of constraints, and column types that behave the same on both databases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from portal.foundation.wording import Wording

E = TypeVar("E", bound=StrEnum)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table. `noun` and `labels` are the Dutch words in which the history tells what changed."""

    metadata = MetaData(naming_convention=NAMING)

    noun: ClassVar[Wording]
    labels: ClassVar[Mapping[str, Wording]]
    part_of: ClassVar[str | None] = None  # relationship column of the record on whose page a change is told
    unrecorded: ClassVar[frozenset[str]] = frozenset()  # columns whose values never enter the history
    frozen_with: ClassVar[str | None] = None  # where its year stands ("year", "expense.year"), if closing keeps it
    frozen_columns: ClassVar[frozenset[str] | None] = None  # what stays of it; None: everything
    is_confidential: ClassVar[bool] = False  # what is told on its page is for coordinators alone


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored without zone so that both databases keep the same."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


class Code(TypeDecorator[E]):
    """A member of an enum, stored by its value so that renaming in code never touches data."""

    impl = String
    cache_ok = True

    def __init__(self, members: type[E], length: int = 40) -> None:
        super().__init__(length)
        self.members = members

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self.members(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self.members(value)


class Codes(TypeDecorator[tuple[str, ...]]):
    """A small set of codes in one text column, "|a|b|", so that LIKE finds one on every database."""

    impl = String
    cache_ok = True

    def __init__(self, length: int = 400) -> None:
        super().__init__(length)

    def process_bind_param(self, value: Iterable[Any] | None, dialect: Dialect) -> str:
        # A plain string is already in stored form: it is the pattern of a LIKE.
        if isinstance(value, str):
            return value
        codes = [str(getattr(code, "value", code)) for code in value or ()]
        return "|" + "|".join(dict.fromkeys(codes)) + "|" if codes else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(code for code in (value or "").split("|") if code)


class OfNetwork:
    """A row that belongs to one network; the key by which access is scoped and data can be spread."""

    @declared_attr
    def network_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey("network.id"))
