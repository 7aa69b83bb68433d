#!/bin/sh
# The portal for real: the tables up to date, then the web server. Settings: see deploy/portal.env.example.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
export FLASK_APP=wsgi PORTAL_ENV="${PORTAL_ENV:-production}"

flask db upgrade
flask load-municipalities
exec gunicorn --config deploy/gunicorn.conf.py wsgi:app
