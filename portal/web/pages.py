"""What the frame of every page shows: menu, years, languages."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Flask, current_app, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup, escape

from portal.foundation.clock import today
from portal.web.fields import without_unprintable
from portal.web.guards import current_actor, public
from portal.web.language import LANGUAGE_COOKIE, chosen_language
from portal.web.navigation import navigation_links, year_href
from portal.web.remembering import remembered

bp = Blueprint("language", __name__)

TOKEN_PLACE, HERE_PLACE = "[[token-of-this-form]]", "[[address-of-this-page]]"
REVIEWED_ON = date(2026, 11, 21)  # when the accessibility statement was last held against the pages
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


@bp.post("/language")
@public
def switch() -> ResponseReturnValue:
    """Choose a language; kept in the session when signed in, otherwise in a cookie."""
    wanted = request.form.get("language", "nl")
    back = request.form.get("next", "/")
    if not back.startswith("/") or back.startswith(("//", "/\\")) or any(ord(sign) < 32 for sign in back):
        back = "/"
    answer = redirect(back)
    if wanted in current_app.config["LANGUAGES"]:
        session["language"] = wanted
        answer.set_cookie(
            LANGUAGE_COOKIE,
            wanted,
            max_age=365 * 86400,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["SESSION_COOKIE_SECURE"],
        )
    return answer


@bp.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    """How accessible the portal is, and when that was last looked at."""
    return render_template("web/accessibility.html", reviewed_on=REVIEWED_ON)


def shown_year() -> int:
    """The year in the address, or the running one."""
    asked = (request.view_args or {}).get("year") or request.args.get("year", "")
    text = str(asked)
    return int(text) if text.isascii() and text.isdigit() and 2003 <= int(text[:5]) <= 2099 else today().year


def shown_years(network: Any, year: int) -> list[int]:
    """The years people can switch between: those around now, and those around the year that is shown."""
    now = today().year
    near = {now - 2, now - 1, now, now + 1, year - 1, year, year + 1}
    if network.note_last_year < now - 2:
        near |= set(range(network.note_first_year, network.note_last_year + 1))
    return sorted(one for one in near if 2003 <= one <= 2099)


def frame_part(name: str) -> Markup:
    """The masthead or the footer: for one reader the same on every view, but for the form's token and the address."""
    account = current_user if current_user.is_authenticated else None
    network, actor = g.get("network"), current_actor()
    key = (
        name,
        (account.id, account.name) if account else None,
        (actor.is_administrator, actor.roles),
        (network.id, g.get("revision")) if network is not None else None,
        str(get_locale()),
        request.endpoint,
        tuple((request.view_args or {}).items()),
        request.args.get("year"),
        today(),
    )
    built = remembered(key, lambda: render_template(name, **frame_values(network)))
    here = request.full_path.rstrip("?") if request.method == "GET" else url_for("accounts.home")
    here = escape(without_unprintable(here))
    return Markup(built.replace(TOKEN_PLACE, generate_csrf()).replace(HERE_PLACE, here))  # noqa: S704


def frame_values(network: Any) -> dict[str, Any]:
    """What only the masthead and the footer show."""
    known = current_app.view_functions.__contains__
    return {
        "years": shown_years(network, shown_year()) if network is not None else [],
        "shown_year": shown_year(),
        "year_href": year_href,
        "navigation": navigation_links(network, current_actor(), shown_year(), known) if network is not None else [],
        "languages": [
            (code, LANGUAGE_NAMES[code], code == chosen_language()) for code in current_app.config["LANGUAGES"]
        ],
        "accessibility_href": url_for("language.accessibility"),
        "here": HERE_PLACE,
        "token": TOKEN_PLACE,
    }


def install_pages(app: Flask) -> None:
    """Give templates what every page knows, and the frame around it."""
    app.register_blueprint(bp)

    @app.context_processor
    def frame() -> dict[str, Any]:
        network = g.get("network")
        return {
            "actor": current_actor(),
            "account": current_user if current_user.is_authenticated else None,
            "network": network,
            "year": shown_year() if network is not None else None,
            "is_demo": bool(network is not None and network.is_demo),
            "language_code": str(get_locale() or "nl")[:2],
            "is_development": app.config["DEVELOPMENT"],
            "frame_part": frame_part,
        }
