#!/bin/sh
# Starts the portal on this machine: the web server brings the database up to date and loads
# the demo networks when it is empty (deploy/gunicorn.conf.py). Beside it runs the worker that makes large files;
# it stops when the server stops.
set -eu
cd "$(dirname "$0")/.."

if [ "${PORTAL_ENV:-development}" = production ]; then
    echo "This starts a demo. For real use: deploy/serve.sh (see README.md)." >&2
    exit 1
fi
port=${PORT:-8000}
if ! .venv/bin/python -c "import socket, sys; socket.create_server(('127.0.0.1', int(sys.argv[1]))).close()" "$port" 2>/dev/null
then
    echo "Port $port is in use. Take another one: make run PORT=8001" >&2
    exit 1
fi
export PORT="$port" WELCOME=deploy/welcome.txt
.venv/bin/flask --app wsgi work --beside $$ &
exec .venv/bin/gunicorn --config deploy/gunicorn.conf.py wsgi:app
