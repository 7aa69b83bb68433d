"""Which column of the file holds what: by header, by key, or as the reader chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.foundation.wording import Wording, say
from portal.transfer.cells.choices import listed
from portal.transfer.cells.texts import plain_name, short_text
from portal.transfer.types import DUTCH, ColumnSpec, Heading, Language, SheetSpec

REASON = ColumnSpec("reason", say("Waarom niet bewaard?"))  # what we ourselves write in a file; it is not read


@dataclass(frozen=True)
class ColumnMatch:
    """Where each known column stands in the file, and which headers have no meaning."""

    positions: Mapping[str, int]
    unknown: tuple[Heading, ...] = ()
    repeated: tuple[Heading, ...] = ()
    missing: tuple[ColumnSpec, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not self.missing and not self.repeated

    @property
    def problems(self) -> list[Wording]:
        """What keeps the file from being read, in words."""
        problems = [
            say("Kolom %(letter)s heeft de kop van een andere kolom: “%(header)s”. Kies één van de twee.",
                letter=heading.letter, header=short_text(heading.text))
            for heading in self.repeated
        ]  # fmt: skip
        if self.missing:
            names = listed([column.header for column in self.missing])
            problems.append(say("Deze verplichte kolommen ontbreken: %(names)s.", names=names))
        return problems

    @property
    def remarks(self) -> list[Wording]:
        """What is not read but stands in nobody's way."""
        return [
            say("Kolom %(letter)s “%(header)s” is niet bekend en wordt niet gelezen.",
                letter=heading.letter, header=short_text(heading.text))
            if heading.text
            else say("Kolom %(letter)s heeft geen kop en wordt niet gelezen.", letter=heading.letter)
            for heading in self.unknown
        ]  # fmt: skip


def known_names(spec: SheetSpec, languages: Sequence[Language] = (DUTCH,)) -> dict[str, str]:
    """From every name of a column, in plain letters, to its key; a name of two columns leads nowhere."""
    names = _unambiguous(
        (plain_name(language.words(column.header)), column.key) for column in spec.columns for language in languages
    )
    aliases = _unambiguous((plain_name(alias), column.key) for column in spec.columns for alias in column.aliases)
    keys = _unambiguous((plain_name(column.key), column.key) for column in spec.columns)
    return {**keys, **aliases, **names}


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    distinct = set(pairs)
    often = Counter(name for name, _ in distinct)
    return {name: key for name, key in distinct if name and often[name] == 1}


def match_columns(
    headers: Sequence[Heading],
    spec: SheetSpec,
    chosen: Mapping[int, str | None] | None = None,
    *,
    languages: Sequence[Language] = (DUTCH,),
) -> ColumnMatch:
    """Give each header its column; `chosen` (position to key, None to leave out) goes before the headers.

    A key or a position that does not exist is passed over: it comes from a form that anybody can change.
    """
    keys = {column.key for column in spec.columns}
    existing = {heading.position for heading in headers}
    by_hand = {at: key for at, key in (chosen or {}).items() if at in existing and (not key or key in keys)}
    positions: dict[str, int] = {}
    repeated: list[Heading] = []
    unknown: list[Heading] = []
    names = known_names(spec, languages)
    ours = {plain_name(language.words(REASON.header)) for language in languages}
    for heading in sorted(headers, key=lambda one: (not by_hand.get(one.position), one.position)):
        by_name = heading.position not in by_hand
        key = names.get(plain_name(heading.text)) if by_name else by_hand[heading.position]
        if not key:
            unknown += [heading] if by_name and plain_name(heading.text) not in ours else []
        elif key not in positions:
            positions[key] = heading.position
        elif by_name and positions[key] in by_hand:
            unknown.append(heading)
        else:
            repeated.append(heading)
    missing = tuple(column for column in spec.columns if column.required and column.key not in positions)
    return ColumnMatch(positions, tuple(unknown), tuple(repeated), missing)
