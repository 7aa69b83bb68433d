#!/bin/sh
# Sends waiting mail every two minutes, and once a day what goes out by itself; for where there is no systemd.
set -u
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
export FLASK_APP=wsgi PORTAL_ENV="${PORTAL_ENV:-production}"

done_on=
while :; do
    today=$(date +%F)
    if [ "$done_on" != "$today" ] && flask remind-organisers && flask remind-deadlines && flask send-digests; then
        done_on=$today
    fi
    flask send-mail
    sleep 120
done
