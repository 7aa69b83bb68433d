"""The address of the dossier for the inspection."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from flask.typing import ResponseReturnValue

from portal.network.models import Network
from portal.reports.year.dossier import PIECE, dossier_name, write_dossier
from portal.reports.year.routes.doors import bp, for_coordinators, known_year
from portal.web.downloads import download


@bp.get("/dossier.zip")
@for_coordinators
def dossier(network: Network, year: int) -> ResponseReturnValue:
    """Everything that an inspection asks for in one file; made on disk first, so that it comes whole or not at all."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the answer is sent
    try:
        write_dossier(network, known_year(year), target)
    except BaseException:
        target.close()
        raise
    size = target.tell()
    target.seek(0)
    answer = download(_pieces(target), dossier_name(network, year), "application/zip")
    answer.content_length = size
    answer.call_on_close(target.close)
    return answer


dossier.answers_file = True  # type: ignore[attr-defined]  # nobody comes back to it after signing in


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    with source:
        while piece := source.read(PIECE):
            yield piece
