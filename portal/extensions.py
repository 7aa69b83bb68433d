"""Flask extensions, created unbound; imports nothing of the domains."""

from __future__ import annotations

import sqlite3
from typing import Any

from flask_babel import Babel
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import event
from sqlalchemy.engine import Engine

from portal.database import Base

db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate()
login_manager = LoginManager()
csrf = CSRFProtect()
babel = Babel()


@event.listens_for(Engine, "connect")
def prepare_sqlite(connection: Any, _record: Any) -> None:
    """Readers beside one writer, writers that wait for each other, and foreign keys that hold."""
    if not isinstance(connection, sqlite3.Connection):
        return
    cursor = connection.cursor()
    for setting in ("journal_mode=WAL", "busy_timeout=15000", "foreign_keys=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()
