"""The English catalogue: bring it up to date with the Dutch sentences in the code, or check it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "portal" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None, "lazy_ngettext": (1, 2), "say": (1,)}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def new_catalogue(locale: str | None) -> Catalog:
    """A catalogue without sentences."""
    return Catalog(
        locale=locale,
        header_comment="# English of the portal. Dutch is in the code; `make translations` adds what is new.",
        project="portal",
        version="1",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        charset="utf-8",
        fuzzy=False,
    )


def sentences_of_the_code() -> Catalog:
    """Every Dutch sentence that the code and the templates mark, with the files that say it."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = new_catalogue(None)
    for name, _line, msgid, _comments, context in extract_from_dir(ROOT, methods, options, KEYWORDS):
        found.add(msgid, locations=[(name, 0)], context=context)
    return found


def kept_catalogue() -> Catalog:
    """The catalogue as it is in the repository; an empty one when there is none yet."""
    if not CATALOGUE.exists():
        return new_catalogue("en")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def update() -> None:
    """Add new sentences untranslated, drop those nobody says any more."""
    catalogue = kept_catalogue()
    made_on, revised_on = catalogue.creation_date, catalogue.revision_date
    catalogue.update(sentences_of_the_code(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.creation_date, catalogue.revision_date = made_on, revised_on
    catalogue.fuzzy = False
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=110, ignore_obsolete=True, sort_by_file=True, include_lineno=False)


def problems() -> Iterator[str]:
    """What an English reader would miss: a sentence without English, or with other parameters."""
    said, kept = sentences_of_the_code(), kept_catalogue()
    for message in said:
        if not message.id:
            continue
        place = message.locations[0][0]
        english = kept.get(message.id, context=message.context)
        if english is None or not all(_strings(english)):
            yield f"{place}: no English for {_first(message)!r}"
        elif english.fuzzy:
            yield f"{place}: the English is marked fuzzy for {_first(message)!r}"
        elif any(_placeholders(text) - _dutch_placeholders(message) for text in _strings(english)):
            yield f"{place}: other parameters in the English for {_first(message)!r}"
        elif _placeholders(_first(message)) - set().union(*map(_placeholders, _strings(english))):
            yield f"{place}: the English leaves out a parameter of {_first(message)!r}"
    for message in kept:
        if message.id and said.get(message.id, context=message.context) is None:
            yield f"{CATALOGUE.relative_to(ROOT)}: nobody says {_first(message)!r} any more"


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _dutch_placeholders(message: Message) -> set[str]:
    texts = (message.id,) if isinstance(message.id, str) else message.id
    return set().union(*map(_placeholders, texts))


def _placeholders(text: str) -> set[str]:
    return {match[0] for match in PLACEHOLDER.finditer(text.replace("%%", ""))}


def main(task: str) -> int:
    """Do one of: update, check."""
    if task == "check":
        found = list(problems())
        for problem in found:
            print(problem, file=sys.stderr)
        if found:
            print(f"{len(found)} sentences: run `make translations`, then write the English.", file=sys.stderr)
        return 1 if found else 0
    update()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
