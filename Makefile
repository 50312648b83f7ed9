# Konlang: the commands of the project. `make` alone lists them.
# Works with GNU Make 3.81 (macOS) and later.

BIN := .venv/bin
PORT ?= 8501
# Any Python from 3.11 on; `make run PYTHON=/path/to/python3.12` chooses one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run test check format bench corpus samples docs lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## */make \1|/' | awk -F'|' '{printf "  %-14s %s\n", $$1, $$2}'

run: .venv/ready .venv/browser  ## set up, then open the app at http://127.0.0.1:8501
	$(BIN)/streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT)

test: .venv/ready-dev .venv/browser  ## set up, then run every test
	$(BIN)/python -m pytest

check: .venv/ready-dev  ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: .venv/ready-dev  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/ready-dev .venv/browser  ## measure against the peers and write docs/performance.md
	$(BIN)/python -m benchmarks

corpus: .venv/ready-dev  ## read every workbook of ../shared/workbooks and 2,000 spoiled ones
	$(BIN)/python -m benchmarks.corpus --fuzz 2000

samples: .venv/ready  ## make data/samples again (the same bytes every time)
	$(BIN)/python -m data.make_samples

docs: .venv/ready-dev  ## make docs/dictionary.md, docs/methods.md and docs/reading.md again
	$(BIN)/python -m docs.make_dictionary
	$(BIN)/python -m pytest tests/spec --write-methods -q

lock: .venv/ready-dev  ## pin the newest versions of requirements*.in
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --no-emit-index-url -q requirements.in -o requirements.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.11 --no-emit-index-url -q requirements-dev.in -o requirements-dev.txt

clean:  ## remove what the commands made (not the data)
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis out

# Each file below says that a step was done, so that a second call installs nothing again.

.venv/made:
	@if [ -z "$(PYTHON)" ]; then echo "Python 3.11 or newer (with venv) was not found. Install it from python.org, or"; \
		echo "  on Debian or Ubuntu: sudo apt install python3 python3-venv     on a Mac: brew install python"; exit 1; fi
	$(PYTHON) -m venv --clear .venv || { echo "$(PYTHON) could not make .venv: on Debian or Ubuntu, sudo apt install python3-venv"; rm -rf .venv; exit 1; }
	@touch $@

.venv/ready: .venv/made requirements.txt
	@echo "Installing the libraries (once, some minutes) ..."
	$(PIP) -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(PIP) -r requirements.txt -r requirements-dev.txt
	@touch $@

# A browser draws the images. It is asked for once; without it everything but the images works.
.venv/browser: .venv/made
	@$(BROWSER) || { if command -v apt-get >/dev/null 2>&1; then echo "Installing Chromium (once) ..."; \
		{ $(AS_ROOT) apt-get update -qq && $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1; fi; } || true
	@$(BROWSER) || { echo "No Chrome, Chromium or Edge was found and it could not be installed here."; \
		echo "The app runs all the same; it cannot make images until one of them is installed."; }
	@touch $@

AS_ROOT = $$([ "$$(id -u)" = 0 ] || echo "sudo -n")
BROWSER = ( for b in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge brave-browser vivaldi; do \
	command -v $$b >/dev/null 2>&1 && exit 0; done; \
	for a in "Google Chrome" Chromium "Microsoft Edge" "Brave Browser" Vivaldi; do [ -d "/Applications/$$a.app" ] && exit 0; done; exit 1 )
