"""Styles and files under an address that changes with their content, so that browsers may keep them for a year."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path

import brotli
from flask import Blueprint, Flask, Response, abort, current_app, request, url_for
from markupsafe import Markup

from portal.web.guards import public

bp = Blueprint("assets", __name__, url_prefix="/assets")

COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg+xml")


@lru_cache(maxsize=1)
def stylesheet_source(folder: Path) -> bytes:
    """All styles as one sheet, in the order in which they build on each other."""
    css = folder / "css"
    names = [css / "tokens.css", css / "base.css", css / "layout.css"]
    names += sorted((css / "components").glob("*.css"))
    names += [css / "print.css"]
    return b"\n".join(path.read_bytes() for path in names if path.exists())


@lru_cache(maxsize=256)
def content(folder: Path, name: str) -> bytes | None:
    """The bytes of a static file, or None when there is no such file."""
    if name == "portal.css":
        return stylesheet_source(folder)
    try:
        path = (folder / name).resolve()
        return path.read_bytes() if folder.resolve() in path.parents and path.is_file() else None
    except (OSError, ValueError):  # too long for any file, or with a zero in it
        return None


@lru_cache(maxsize=256)
def fingerprint(folder: Path, name: str) -> str:
    found = content(folder, name)
    return hashlib.sha256(found).hexdigest()[:12] if found is not None else "missing"


@lru_cache(maxsize=256)
def packed(folder: Path, name: str, how: str) -> bytes:
    """The file compressed once, as small as it goes."""
    found = content(folder, name) or b""
    effort = 11 if len(found) < 300_000 else 9
    return brotli.compress(found, quality=effort) if how == "br" else gzip.compress(found, 9, mtime=0)


def asset_href(name: str) -> str:
    """The address of a static file, with its fingerprint."""
    return _href(static_folder(), name, request.script_root)


@lru_cache(maxsize=256)
def _href(folder: Path, name: str, _below: str) -> str:
    """Building an address takes a while and every page shows the same ones; `_below`: where the portal is mounted."""
    return url_for("assets.asset", mark=fingerprint(folder, name), name=name)


def static_folder() -> Path:
    return _beside(current_app.root_path)


@lru_cache(maxsize=8)
def _beside(package: str) -> Path:
    return Path(package).parent / "static"


@bp.get("/<string(length=12):mark>/<path:name>")
@public
def asset(mark: str, name: str) -> Response:
    """A static file; whatever its mark says, the newest content (old pages keep working)."""
    folder = static_folder()
    body = content(folder, name)
    if body is None:
        abort(404)
    kind = "text/css" if name.endswith(".css") else (mimetypes.guess_type(name)[0] or "application/octet-stream")
    kind = "text/javascript" if name.endswith(".js") else kind
    response = Response(mimetype=kind)
    accepted = request.headers.get("Accept-Encoding", "")
    if kind.startswith(COMPRESSIBLE):
        response.vary.add("Accept-Encoding")
        for how in ("br", "gzip"):
            if how in accepted:
                body = packed(folder, name, how)
                response.headers["Content-Encoding"] = how
                break
    response.data = body
    lasting = mark == fingerprint(folder, name)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
    return response


@bp.app_template_global("drawing")
def drawing(name: str) -> Markup:
    """A drawing of our own inside the page, so that it takes the colour of the words around it; empty when unknown."""
    return _drawing(static_folder(), name)


@lru_cache(maxsize=64)
def _drawing(folder: Path, name: str) -> Markup:
    found = content(folder, name) if name.endswith(".svg") else None
    source = (found or b"").decode().strip()
    return Markup(source.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704 - our own file


def install_assets(app: Flask) -> None:
    """Make `asset()` and the address of the one stylesheet known to templates."""

    @app.context_processor
    def assets_in_templates() -> dict[str, object]:
        return {"asset": asset_href}
