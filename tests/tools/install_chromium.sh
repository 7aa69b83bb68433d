#!/bin/sh
# Installs Chromium through the system's package manager when it is not there yet.
set -eu
cd "$(dirname "$0")/../.."

.venv/bin/python -m tests.tools.chromium 2>/dev/null && exit 0
missing=$(.venv/bin/python -m tests.tools.chromium 2>&1 || true)

as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    fi
}

stop() {
    echo "$missing" >&2
    exit 1
}

command -v apt-get >/dev/null || stop
echo "Installing Chromium (once)"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { as_root apt-get update && as_root apt-get install --yes --no-install-recommends chromium fonts-dejavu-core; } >"$log" 2>&1
then
    [ "$(id -u)" != 0 ] || tail -n 3 "$log" >&2
    stop
fi
.venv/bin/python -m tests.tools.chromium
