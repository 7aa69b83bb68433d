"""Settings from the environment, for development, tests and production."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent


def database_address(address: str) -> str:
    """The address with the driver we ship: plain postgres addresses get psycopg."""
    for prefix in ("postgres://", "postgresql://"):
        if address.startswith(prefix):
            return "postgresql+psycopg://" + address.removeprefix(prefix)
    return address


def kept_secret(folder: Path) -> str:
    """A secret key that is made once and kept beside the embedded database."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_hex(32)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


class Settings:
    """What every environment shares."""

    def __init__(self) -> None:
        env = os.environ
        self.INSTANCE_FOLDER = Path(env.get("PORTAL_INSTANCE", ROOT / "instance")).resolve()
        self.SQLALCHEMY_DATABASE_URI = database_address(
            env.get("DATABASE_URL") or f"sqlite:///{self.INSTANCE_FOLDER / 'portal.db'}"
        )
        self.SQLALCHEMY_ENGINE_OPTIONS = {"pool_pre_ping": True} if self.on_postgresql else {}
        self.SECRET_KEY = env.get("SECRET_KEY", "")
        self.PROOF_FOLDER = Path(env.get("PROOF_FOLDER", self.INSTANCE_FOLDER / "proofs"))
        self.UPLOAD_FOLDER = Path(env.get("UPLOAD_FOLDER", self.INSTANCE_FOLDER / "uploads"))
        self.MADE_FOLDER = Path(env.get("MADE_FOLDER", self.INSTANCE_FOLDER / "made"))
        self.MAIL_URL = env.get("MAIL_URL", "")
        self.MAIL_FROM = env.get("MAIL_FROM", "portaal@localhost.localdomain")
        self.MAIL_FOLDER = Path(env.get("MAIL_FOLDER", self.INSTANCE_FOLDER / "mail"))
        self.SHOW_MAIL = False
        self.PUBLIC_ADDRESS = env.get("PUBLIC_ADDRESS", "")
        self.TRUSTED_PROXIES = int(env.get("TRUSTED_PROXIES", "0"))
        self.MAX_CONTENT_LENGTH = 12 * 1024 * 1024
        self.MAX_FORM_MEMORY_SIZE = 2 * 1024 * 1024
        self.MAX_FORM_PARTS = 5000
        self.MAX_PROOF_BYTES = 10 * 1024 * 1024
        self.BABEL_DEFAULT_LOCALE = "nl_BE"
        self.BABEL_DEFAULT_TIMEZONE = "Europe/Brussels"
        self.BABEL_TRANSLATION_DIRECTORIES = str(ROOT / "portal" / "translations")
        self.LANGUAGES = {"nl": "nl_BE", "en": "en_GB"}
        self.PERMANENT_SESSION_LIFETIME = timedelta(hours=12)
        self.IDLE_LIFETIME = timedelta(minutes=int(env.get("IDLE_MINUTES", "30")))
        self.SESSION_COOKIE_HTTPONLY = True
        self.SESSION_COOKIE_SAMESITE = "Lax"
        self.SESSION_COOKIE_SECURE = False
        self.SESSION_COOKIE_NAME = "portal-session"
        self.SESSION_REFRESH_EACH_REQUEST = False
        self.WTF_CSRF_TIME_LIMIT = None
        self.TESTING = False
        self.DEVELOPMENT = False

    @property
    def on_postgresql(self) -> bool:
        return urlsplit(self.SQLALCHEMY_DATABASE_URI).scheme.startswith("postgresql")


class Development(Settings):
    """On one's own machine: embedded database, mail in a folder that a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.SECRET_KEY = self.SECRET_KEY or kept_secret(self.INSTANCE_FOLDER)
        self.DEVELOPMENT = True
        self.SHOW_MAIL = not self.MAIL_URL


class Testing(Settings):
    """For the test suite; passwords hash fast, nothing leaves the machine."""

    def __init__(self) -> None:
        super().__init__()
        self.SECRET_KEY = "for tests only"  # noqa: S105
        self.TESTING = True
        self.DEVELOPMENT = True
        self.SHOW_MAIL = True
        self.MAIL_URL = ""


class Production(Settings):
    """For real: https, a given secret, mail by SMTP."""

    def __init__(self) -> None:
        super().__init__()
        needed = ("SECRET_KEY", "DATABASE_URL", "MAIL_URL", "PUBLIC_ADDRESS")  # without the last, links trust a browser
        missing = [name for name in needed if not os.environ.get(name)]
        if missing:
            raise SystemExit(f"Set {', '.join(missing)} before starting in production (see README.md).")
        self.SESSION_COOKIE_SECURE = True
        self.SESSION_COOKIE_NAME = "__Host-portal-session"
        self.PREFERRED_URL_SCHEME = "https"


ENVIRONMENTS = {"development": Development, "testing": Testing, "production": Production}


def settings_from_environment() -> Settings:
    """The settings that PORTAL_ENV names; development when it names none."""
    name = os.environ.get("PORTAL_ENV", "development")
    if name not in ENVIRONMENTS:
        raise SystemExit(f"PORTAL_ENV must be one of {', '.join(ENVIRONMENTS)}, not {name!r}.")
    return ENVIRONMENTS[name]()
