#!/bin/sh
# Installs what the tests ask of the system, through its package manager, when it is not there yet: `chromium`, `pango`.
set -eu
cd "$(dirname "$0")/../.."

packages_of() {
    case $1 in
    chromium) echo chromium fonts-dejavu-core ;;
    pango) echo libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core ;;
    *) exit 2 ;;
    esac
}

is_there() { # tells what is missing when it is not
    case $1 in
    chromium) .venv/bin/python -m tests.tools.chromium ;;
    pango) .venv/bin/python -c 'import weasyprint' 2>/dev/null || {
        echo "The tests of PDF need Pango: sudo apt-get install $(packages_of pango)" >&2
        return 1
    } ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
    fi
}

wanted=""
for one in "$@"; do
    is_there "$one" >/dev/null 2>&1 || wanted="$wanted $one"
done
[ -n "$wanted" ] || exit 0

if command -v apt-get >/dev/null; then
    echo "Installing$wanted (once)"
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    packages=$(for one in $wanted; do packages_of "$one"; done)
    # shellcheck disable=SC2086  # words on purpose
    if ! { as_root apt-get update && as_root apt-get install --yes --no-install-recommends $packages; } >"$log" 2>&1; then
        [ "$(id -u)" != 0 ] || tail -n 3 "$log" >&2
    fi
fi
for one in $wanted; do
    is_there "$one" >/dev/null
done
