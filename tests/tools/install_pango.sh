#!/bin/sh
# Installs Pango, with which papers become PDF, through the system's package manager when it is not there yet.
set -eu
cd "$(dirname "$0")/../.."

.venv/bin/python -c 'import weasyprint' 2>/dev/null && exit 0

as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    fi
}

stop() {
    echo "The tests of PDF need Pango: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" >&2
    exit 1
}

command -v apt-get >/dev/null || stop
echo "Installing Pango (once)"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { as_root apt-get update && as_root apt-get install --yes --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core; } >"$log" 2>&1
then
    [ "$(id -u)" != 0 ] || tail -n 3 "$log" >&2
    stop
fi
.venv/bin/python -c 'import weasyprint' 2>/dev/null || stop
