"""The dossier for the inspection as long work: made beside the pages, with how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.wording import Wording, say
from portal.jobs.register import register_kind
from portal.jobs.types import AskedJob, MadeFile, Progress
from portal.network.models import Network
from portal.reports.year.dossier import dossier_name, write_dossier

DOSSIER_JOB = "dossier"


def make_dossier(job: AskedJob, progress: Progress, target: BinaryIO) -> MadeFile:
    """Every paper, list and proof of the year in one archive."""
    network, year = db.session.get_one(Network, job.network_id), int(job.parameters["year"])

    def tell(done: int, expected: int) -> None:
        progress(min(done, expected), max(done, expected), say("We pakken de stukken van %(year)s in.", year=str(year)))

    write_dossier(network, year, target, tell)
    return MadeFile(dossier_name(network, year), "application/zip")


def _title(parameters: Mapping[str, Any]) -> Wording:
    return say("Inspectiedossier %(year)s", year=str(parameters["year"]))


def _may(actor: Actor, _parameters: Mapping[str, Any]) -> bool:
    return actor.coordinates


register_kind(DOSSIER_JOB, make_dossier, title=_title, may=_may)
