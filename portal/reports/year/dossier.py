"""The dossier for the inspection: papers, lists and proofs in one archive, the same to the byte for a closed year."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, cast

from flask import current_app

from portal.closing import queries, rules
from portal.closing.models import ClosedYear
from portal.closing.types import KeptRecord
from portal.foundation.clock import now, today
from portal.funding.proofs import plain_filename
from portal.network.models import Network
from portal.reports.register import DEFINITIONS, find_definition
from portal.reports.types import PAPER_KIND_LABELS, Paper
from portal.reports.writing.files import file_name, paper_file
from portal.reports.writing.sealing import entry
from portal.reports.year.lists import PROOFS, TITLES, kept_lists
from portal.reports.year.papers import build_papers, kept_paper, kind_of_record, read_kept
from portal.web.kept_files import path_of

PIECE = 256 * 1024
FINGERPRINTS = "vingerafdrukken.txt"


@dataclass(frozen=True)
class Entry:
    """One file of the archive, as the table of contents tells it."""

    path: str
    title: str
    size: int
    sha256: str
    is_there: bool = True


@dataclass
class Dossier:
    """What goes in: kept texts by name, papers one by one, and of which moment all of it is."""

    network: Network
    year: int
    at: datetime
    closing: ClosedYear | None
    entries: list[Entry] = field(default_factory=list)
    name: str = ""  # of the network, as the papers tell it: it may have another name since the closing
    expected: int = 0  # how many entries there will be, as far as is known


class Pieces:
    """Where an archive is written that is sent while it is made: only what was not sent yet is held."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._held.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def take(self) -> bytes:
        taken, self._held = b"".join(self._held), []
        return taken


def dossier_name(network: Network, year: int) -> str:
    return f"inspectiedossier-{network.slug}-{year}.zip"


def write_dossier(
    network: Network, year: int, target: IO[bytes], tell: Callable[[int, int], None] = lambda done, expected: None
) -> None:
    """The whole dossier in a file; memory stays flat however many proofs there are.

    `tell` hears after each piece how many entries are in, of how many.
    """
    for dossier, piece in _pieces(network, year):
        target.write(piece)
        tell(len(dossier.entries), dossier.expected)


def _pieces(network: Network, year: int) -> Iterator[tuple[Dossier, bytes]]:
    """The archive in pieces, in one fixed order; of a closed year out of what was kept of it."""
    closing = queries.find_closing(network.id, year)
    dossier = Dossier(network, year, closing.closed_at if closing else now(), closing)
    sink = Pieces()
    with zipfile.ZipFile(cast(Any, sink), "w", zipfile.ZIP_DEFLATED) as archive:
        for _step in _fill(dossier, archive):
            yield dossier, sink.take()
    yield dossier, sink.take()


def _fill(dossier: Dossier, archive: zipfile.ZipFile) -> Iterator[None]:
    """Writes entry by entry; whoever goes through it can send what is ready."""
    proofs: list[dict[str, Any]] = []
    lines: list[tuple[str, str]] = []
    for record, paper in _kept(dossier):
        if paper is not None:
            dossier.name = dossier.name or paper.network
            for _written in _put_paper(dossier, archive, paper):
                yield
        if record.kind == PROOFS:
            proofs = json.loads(record.content)
            dossier.expected += len(proofs)
        lines.append((record.kind, rules.sha256_of(record.content)))
        title = str(TITLES.get(record.kind, PAPER_KIND_LABELS[paper.kind] if paper else record.kind))
        _put(dossier, archive, f"gegevens/{record.kind}", title, record.content.encode())
        yield
    _put(dossier, archive, f"gegevens/{FINGERPRINTS}", "Vingerafdrukken", rules.text_of_lines(lines).encode())
    for proof in proofs:
        for _written in _put_proof(dossier, archive, proof):
            yield
    for name, template in (
        ("inhoud.html", "years/dossier/contents.html"),
        ("inhoud.txt", "years/dossier/contents.txt"),
    ):
        archive.writestr(entry(name, dossier.at), _contents(dossier, template))
        yield


def _kept(dossier: Dossier) -> Iterator[tuple[KeptRecord, Paper | None]]:
    """Each kept text, and the paper that it is; one at a time out of a closed year."""
    closing = dossier.closing
    if closing is None:
        papers = {kept.kind: (kept, paper) for paper in _built(dossier) for kept in (kept_paper(paper),)}
        lists = {one.kind: (one, None) for one in kept_lists(dossier.network, dossier.year, today())}
        everything = papers | lists
        dossier.expected = 1 + sum(map(_entries_of, everything))  # one: the fingerprints
        yield from (found for _kind, found in sorted(everything.items()))
        return
    kinds = sorted(one.kind for one in closing.records)
    dossier.expected = 1 + sum(map(_entries_of, kinds))
    for kind in kinds:
        record = queries.find_record(closing.id, kind)
        if record is not None:
            is_paper = kind.startswith("paper-")
            paper = read_kept(record.content, closing.closure) if is_paper else None
            yield KeptRecord(kind, record.content), paper


def _entries_of(kind: str) -> int:
    """A kept text is one entry; a paper comes in each of its forms as well."""
    return 1 + sum(len(one.formats) for one in DEFINITIONS if kind_of_record(one.kind) == kind)


def _built(dossier: Dossier) -> Iterable[Paper]:
    return build_papers(dossier.network, dossier.year)


def _put(dossier: Dossier, archive: zipfile.ZipFile, path: str, title: str, body: bytes) -> None:
    archive.writestr(entry(path, dossier.at), body)
    dossier.entries.append(Entry(path, title, len(body), hashlib.sha256(body).hexdigest()))


def _put_paper(dossier: Dossier, archive: zipfile.ZipFile, paper: Paper) -> Iterator[None]:
    """The paper in each of its forms; a PDF is left out, and told so, where the machine cannot make one."""
    known = find_definition(paper.kind)
    for file_format in known.formats if known is not None else ():
        path, title = f"papieren/{file_name(paper, file_format)}", str(PAPER_KIND_LABELS[paper.kind])
        body = paper_file(paper, file_format)
        if body is None:
            dossier.entries.append(Entry(path, title, 0, "", is_there=False))
        else:
            _put(dossier, archive, path, title, body)
        yield


def _put_proof(dossier: Dossier, archive: zipfile.ZipFile, proof: dict[str, Any]) -> Iterator[None]:
    """A proof out of the folder, piece by piece; one that is not there is told in the table of contents."""
    sha256 = str(proof["sha256"])
    number = int(proof["expense"])
    path = f"bewijzen/{number:04d}-{sha256[:8]}-{plain_filename(str(proof['filename']))}"
    title = f"Bewijs bij uitgave {number}"
    source = path_of(Path(current_app.config["PROOF_FOLDER"]), sha256)
    if not source.is_file():
        dossier.entries.append(Entry(path, title, 0, sha256, is_there=False))
        return
    found, size = hashlib.sha256(), 0
    with source.open("rb") as held, archive.open(entry(path, dossier.at), "w", force_zip64=False) as target:
        while piece := held.read(PIECE):
            found.update(piece)
            size += len(piece)
            target.write(piece)
            yield
    dossier.entries.append(Entry(path, title, size, found.hexdigest()))


def _contents(dossier: Dossier, template: str) -> str:
    closing = dossier.closing
    page = current_app.jinja_env.get_template(template)  # a job makes dossiers too, without a reader
    return page.render(
        network=dossier.name or dossier.network.name,
        year=dossier.year,
        closing=closing,
        at=dossier.at,
        entries=dossier.entries,
    )


def dossier_bytes(network: Network, year: int) -> bytes:
    """The whole dossier at once, for small ones and for tests."""
    target = io.BytesIO()
    write_dossier(network, year, target)
    return target.getvalue()
