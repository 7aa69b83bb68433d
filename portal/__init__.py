"""The application: extensions, blueprints, guards, filters; nothing else."""

from __future__ import annotations

from typing import Any

from flask import Flask, g
from flask_login import current_user
from werkzeug.middleware.proxy_fix import ProxyFix

from config import Settings, settings_from_environment
from portal import commands, vocabulary
from portal.accounts.queries import actor_for
from portal.accounts.sessions import find_reader_of_session, install_sessions
from portal.blueprints import BLUEPRINTS
from portal.closing.guarding import guard_closed_years
from portal.closing.queries import find_network_with_closures
from portal.closing.shown import install_closing
from portal.extensions import babel, csrf, db, login_manager, migrate
from portal.foundation.actor import NOBODY, Actor
from portal.history.recording import watch
from portal.history.telling import install_telling
from portal.reviews.watching import watch_plans
from portal.web.addresses import install_addresses
from portal.web.assets import install_assets
from portal.web.errors import install_error_pages
from portal.web.filters import install_filters
from portal.web.for_all import SessionsOfReaders
from portal.web.guards import watch_the_doors
from portal.web.language import select_locale
from portal.web.pages import install_pages
from portal.web.remembering import install_memory
from portal.web.security import install_headers


class NetworkDoorkeeper:
    """Tells the guards which network an address means and who is asking."""

    def find_network(self, slug: str) -> Any | None:
        state = find_network_with_closures(slug)
        if state is None:
            return None
        g.revision, g.closures = state.revision, state.closures
        return state.network

    def reader_of_session(self, slug: str) -> tuple[int, int] | None:
        return find_reader_of_session(slug)

    def actor_in(self, network: Any | None) -> Actor:
        return actor_for(current_user, network) if current_user.is_authenticated else NOBODY


def create_app(settings: Settings | None = None) -> Flask:
    """The portal, ready to serve, for the given settings or those of the environment."""
    settings = settings or settings_from_environment()
    app = Flask("portal", static_folder=None, template_folder="../templates")
    app.config.from_object(settings)
    app.url_map.strict_slashes = False  # who types an address may end it with a slash
    app.session_interface = SessionsOfReaders()
    install_addresses(app)
    settings.INSTANCE_FOLDER.mkdir(parents=True, exist_ok=True)
    if settings.TRUSTED_PROXIES:
        hops = settings.TRUSTED_PROXIES
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]

    db.init_app(app)
    migrate.init_app(app, db, directory="migrations", render_as_batch=True, compare_type=True)
    login_manager.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=select_locale)
    watch(db.session)
    guard_closed_years(db.session)
    watch_plans()

    install_filters(app)
    install_telling(app)
    vocabulary.teach()
    install_headers(app)
    install_assets(app)
    install_error_pages(app)
    install_memory(app)
    install_sessions(app)
    install_pages(app)
    install_closing(app)
    watch_the_doors(app, NetworkDoorkeeper())
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    commands.register(app)
    return app
