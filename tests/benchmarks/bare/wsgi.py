"""The bare Flask page of the comparison: one query, one row, nothing else; served as the portal is."""

from __future__ import annotations

import os

from flask import Flask, render_template
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__, template_folder=".")
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{os.environ['PORTAL_INSTANCE']}/portal.db"
db = SQLAlchemy(app)


@app.get("/")
def page() -> str:
    """One partner."""
    row = db.session.execute(text("SELECT id, name FROM partner ORDER BY id LIMIT 1")).one()
    return render_template("page.html", row=row)
