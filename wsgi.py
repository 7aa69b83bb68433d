"""The application for a web server."""

from portal import create_app

app = create_app()
