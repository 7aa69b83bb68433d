"""Pages as one tagged PDF. WeasyPrint needs Pango of the system; without it everything else works."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(maxsize=1)
def _weasyprint() -> Any | None:
    """The library, loaded at the first PDF: it is heavy, and Pango may not be on this machine."""
    try:
        return import_module("weasyprint")
    except OSError:
        return None


def can_make_pdf() -> bool:
    return _weasyprint() is not None


def pdf_of(*written: str, identifier: bytes | None = None) -> bytes | None:
    """Pages as one PDF/UA, each of them with page numbers of its own; None when this machine cannot make one.

    With an `identifier` the same pages always become the same bytes.
    """
    weasyprint = _weasyprint()
    if weasyprint is None:
        return None
    how: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
    if identifier is not None:
        how["pdf_identifier"] = identifier
    drawn = [weasyprint.HTML(string=html, url_fetcher=_fetch_nothing).render(**how) for html in written]
    return bytes(drawn[0].copy([page for one in drawn for page in one.pages]).write_pdf(**how))


def pages_of(html: str) -> int | None:
    """On how many sheets a page comes; None when this machine cannot make a PDF."""
    weasyprint = _weasyprint()
    return None if weasyprint is None else len(weasyprint.HTML(string=html, url_fetcher=_fetch_nothing).render().pages)


def plain_pdf_of(html: str) -> bytes | None:
    """One page as a plain PDF, without tags: for a drawing that becomes a picture."""
    weasyprint = _weasyprint()
    if weasyprint is None:
        return None
    return bytes(weasyprint.HTML(string=html, url_fetcher=_fetch_nothing).write_pdf())


def _fetch_nothing(address: str, *_rest: Any, **_options: Any) -> Any:
    """A paper is made of what it holds; nothing is ever fetched for it."""
    raise ValueError(f"papers fetch nothing, also not {address[:80]}")
