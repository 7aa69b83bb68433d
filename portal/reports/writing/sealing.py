"""Archives that are the same to the byte whenever and wherever they are made: entries in order, one moment for all."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from portal.foundation.clock import in_brussels

_CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_FIRST = ("[Content_Types].xml",)  # what some programs want to meet first
_EARLIEST = 1980  # an archive knows no earlier year


def sealed(archive: bytes, at: datetime) -> bytes:
    """The same archive with fixed moments: those of its entries, and those that an office file tells of itself."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        bodies = {name: source.read(name) for name in source.namelist()}
    moment = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as sealed_archive:
        for name in sorted(bodies, key=lambda one: (one not in _FIRST, one)):
            body = bodies[name]
            if name == "docProps/core.xml":
                body = _CHANGED.sub(rb"\g<1>" + moment + rb"\g<2>", body)
            sealed_archive.writestr(entry(name, at), body)
    return target.getvalue()


def entry(name: str, at: datetime) -> zipfile.ZipInfo:
    """An entry of an archive with a moment that somebody chose, and nothing of the machine that writes it."""
    local = in_brussels(at)
    day = (max(local.year, _EARLIEST), local.month, local.day, local.hour, local.minute, local.second)
    made = zipfile.ZipInfo(name, date_time=day)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 3
    made.external_attr = 0o644 << 16
    return made
