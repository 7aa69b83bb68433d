#!/bin/sh
# Makes the virtual environment .venv and installs a lock file in it: deploy/install.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
lock=$1

stop() {
    echo "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    stop "Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv"
}

# Debian keeps the part of Python that makes environments in a package of its own.
make_environment() {
    rm -rf .venv
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv .venv
    elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -c 'import venv' 2>/dev/null; then
        "$python" -m venv --without-pip .venv
        "$python" -m pip --python .venv/bin/python install --quiet pip
    elif as_root apt-get install --yes --no-install-recommends python3-venv >/dev/null 2>&1 ||
        { as_root apt-get update && as_root apt-get install --yes --no-install-recommends python3-venv; } >/dev/null 2>&1
    then
        "$python" -m venv .venv
    else
        stop "Python cannot make a virtual environment: sudo apt-get install python3-venv"
    fi
}

# An environment knows its own place: one that was copied or moved is made again.
if [ "$(cat .venv/.place 2>/dev/null)" != "$PWD" ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    python=$(find_python) || exit 1
    echo "Making the virtual environment .venv"
    make_environment
    pwd >.venv/.place
fi
echo "Installing $lock (once)"
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input --require-hashes --requirement "$lock" ||
    stop "The packages of $lock could not be installed: is there a connection to the package index?"
