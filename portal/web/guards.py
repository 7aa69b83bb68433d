"""Who may come in: every view carries one of these marks, and an unmarked view is not served."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast

from flask import Flask, abort, current_app, g, request
from flask_login import current_user

from portal.foundation.actor import NOBODY, Actor, Role

View = Callable[..., Any]


class Doorkeeper(Protocol):
    """What the guards need to know of the domains; given by the application when it is made."""

    def find_network(self, slug: str) -> Any | None: ...

    def reader_of_session(self, slug: str) -> tuple[int, int] | None: ...

    def actor_in(self, network: Any | None) -> Actor: ...


def current_actor() -> Actor:
    """Who is asking, in the network of this page if there is one."""
    return cast(Actor, g.get("actor", NOBODY))


def insist(allowed: bool) -> None:
    """Refuse with a page that explains it when a known person may not do this to this thing."""
    if not allowed:
        abort(403)


def public(view: View) -> View:
    """Anyone may come in."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        g.actor = doorkeeper().actor_in(None)
        return view(*args, **kwargs)

    return _marked(guarded, "public")


def signed_in(view: View) -> View:
    """Whoever has an account."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not current_user.is_authenticated:
            return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
        g.actor = doorkeeper().actor_in(None)
        return view(*args, **kwargs)

    return _marked(guarded, "signed in")


def administrators(view: View) -> View:
    """Administrators of the installation."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not current_user.is_authenticated:
            return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
        g.actor = doorkeeper().actor_in(None)
        insist(g.actor.is_administrator)
        return view(*args, **kwargs)

    return _marked(guarded, "administrator")


def in_network(*roles: Role) -> Callable[[View], View]:
    """People with a role in the network whose slug is in the address; all of its roles when none is named.

    The view receives the network itself as its first argument. To people from elsewhere the network does not exist.
    """
    wanted = roles or tuple(Role)

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, slug: str, **kwargs: Any) -> Any:
            if not _comes_as_somebody():
                return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
            network = doorkeeper().find_network(slug)
            actor = doorkeeper().actor_in(network)
            if network is None or not (actor.roles or actor.is_administrator):
                abort(404)
            g.network = network
            g.actor = actor
            insist(actor.has(*wanted))
            return view(network, *args, **kwargs)

        return _marked(guarded, "network: " + ", ".join(role.value for role in wanted))

    return guard


def _comes_as_somebody() -> bool:
    return bool(current_user.is_authenticated)


def _marked(view: View, guard: str) -> View:
    view.guard = guard  # type: ignore[attr-defined]
    return view


def doorkeeper() -> Doorkeeper:
    return cast(Doorkeeper, current_app.extensions["doorkeeper"])


def watch_the_doors(app: Flask, doorkeeper: Doorkeeper) -> None:
    """Give the guards their doorkeeper and refuse to serve any view that carries no mark."""
    app.extensions["doorkeeper"] = doorkeeper

    @app.before_request
    def refuse_unguarded_views() -> None:
        view = app.view_functions.get(request.endpoint or "")
        if view is not None and request.endpoint != "static" and not hasattr(view, "guard"):
            raise RuntimeError(f"the view {request.endpoint} carries no guard")
