# Everything one does with this project. `make` alone tells what there is.

.DEFAULT_GOAL := help
.PHONY: help run test check format bench demo golden screenshots translations lock install install-dev compiled
MAKEFLAGS += --no-print-directory

PORT ?= 8000
BIN := .venv/bin
# One mark per content of the lock files and place of the project; no mark without an interpreter that runs.
mark = .venv/.installed-$(firstword $(shell { cat $(1); pwd; } | cksum))
$(shell .venv/bin/python -V >/dev/null 2>&1 || rm -f .venv/.installed-*)
RUNTIME := $(call mark,requirements.txt)
DEVELOPMENT := $(call mark,requirements.txt requirements-dev.txt)
CATALOGUES := $(wildcard portal/translations/*/LC_MESSAGES/messages.po)
LOCK := .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: install compiled ## The portal on http://127.0.0.1:8000 (PORT=8001 for another) with the demo networks
	@PORT=$(PORT) deploy/start.sh

test: install-dev compiled ## All checks and tests: SQLite, PostgreSQL, browser
	@tests/tools/install_packages.sh chromium pango
	@$(BIN)/python -m tests.tools.run_all

check: install-dev ## Style, types, import contracts, lock files, English catalogue
	$(BIN)/ruff check --output-format concise .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tests.tools.lockfiles
	$(BIN)/python -m tests.tools.catalogue check

format: install-dev ## Write the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install-dev compiled ## Requests per second and p50/p95 beside a bare Flask page
	@$(BIN)/python -m tests.benchmarks

demo: install compiled ## Put the demo networks back as they were
	$(BIN)/flask --app wsgi db upgrade
	$(BIN)/flask --app wsgi load-demo

golden: install-dev compiled ## Write the golden files again, after looking at the differences
	grep -rl --include='test_*.py' tests.tools.golden tests | REWRITE_GOLDEN=1 xargs -r $(BIN)/python -m pytest --quiet
	@git status --short tests/golden

screenshots: install-dev compiled ## Every page at 360 and 1280 pixels, in instance/screenshots
	@tests/tools/install_packages.sh chromium
	@$(BIN)/python -m tests.tools.screenshots

translations: install-dev ## Collect the Dutch sentences, update the English catalogue, compile it
	$(BIN)/python -m tests.tools.catalogue update
	$(BIN)/pybabel --quiet compile --directory portal/translations

lock: install-dev ## Write the lock files again from requirements.in and requirements-dev.in
	@test -x .venv/lock/bin/uv || { $(BIN)/python -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv==0.13.8; }
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	$(BIN)/python -m tests.tools.lockfiles

install: $(RUNTIME)

install-dev: $(DEVELOPMENT)

$(RUNTIME):
	@deploy/install.sh requirements.txt
	@touch $@

$(DEVELOPMENT):
	@deploy/install.sh requirements-dev.txt
	@touch $@ $(RUNTIME)

compiled: $(CATALOGUES:.po=.mo)

%.mo: %.po
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
