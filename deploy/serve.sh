#!/bin/sh
# The portal for real: the tables up to date, then the web server. Settings: see deploy/portal.env.example.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
export FLASK_APP=wsgi PORTAL_ENV="${PORTAL_ENV:-production}"

for catalogue in portal/translations/*/LC_MESSAGES/messages.po; do
    compiled="${catalogue%.po}.mo"
    [ "$compiled" -nt "$catalogue" ] || pybabel --quiet compile --input-file "$catalogue" --output-file "$compiled" || {
        echo "The English sentences are not compiled. Run this as the owner of the folder: make install compiled" >&2
        exit 1
    }
done
flask db upgrade
flask load-municipalities
exec gunicorn --config deploy/gunicorn.conf.py wsgi:app
