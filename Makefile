# make run    zet alles klaar (alleen de eerste keer) en opent de app in de browser
# make test   zet alles klaar en draait alle tests, ook die in een browser; metingen staan in make bench
# make check  snel: opmaak, regels, typen en de tests zonder browser, Word-controle of metingen
# make bench  alleen de metingen

VENV := .venv
PYTHON_BIN := $(VENV)/bin/python
PIP_INSTALL := $(PYTHON_BIN) -m pip install --disable-pip-version-check --quiet
PYTEST := $(PYTHON_BIN) -m pytest --timeout=300
WORKERS := $(shell n=$$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2); \
	[ $$n -ge 3 ] || n=3; [ $$n -le 6 ] || n=6; echo $$n)
NODE := tests/node/node_modules/.package-lock.json

# Kept compiled, our own code starts in much less time, whatever the environment says.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test suite scripts check bench lint tools

help:
	@sed -n 's/^# make/make/p' Makefile

run: $(VENV)/.installed
	@echo "De app staat zo op http://localhost:8501. Stoppen: Ctrl+C in dit venster."
	@$(PYTHON_BIN) -m streamlit run asgi.py

# What does not need each other goes side by side.
test:
	@$(MAKE) --no-print-directory -j3 lint scripts suite

# Browser tests start servers of their own and files do not share state, so several at a time is safe; they wait as
# much as they work. Measurements need a quiet machine: `make bench`.
suite: $(VENV)/.installed-dev tools $(NODE)
	$(PYTEST) -m "not bench" -n $(WORKERS) --dist loadfile --no-loadscope-reorder

scripts: $(NODE)
	node --test --test-timeout=60000 tests/node/*.test.js

check: lint scripts
	$(PYTEST) -m "not browser and not office and not bench" -n $(WORKERS) --dist loadfile

bench: $(VENV)/.installed-dev tools
	$(PYTEST) -m bench -s

lint: $(VENV)/.installed-dev $(NODE)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	tests/node/node_modules/.bin/biome check --error-on-warnings
	tests/node/node_modules/.bin/tsc -p tests/node

tools: | $(PYTHON_BIN)
	@.ci/install tools

# Each stamp is younger than the list it was installed from; without a change nothing is installed or looked up.
$(PYTHON_BIN):
	@.ci/install venv

$(VENV)/.installed: requirements.txt | $(PYTHON_BIN)
	@echo "Pakketten installeren (een paar minuten, alleen de eerste keer)"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements.txt requirements-dev.txt | $(PYTHON_BIN)
	@echo "Pakketten voor de tests installeren (alleen de eerste keer)"
	@$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@

$(NODE): tests/node/package-lock.json | tools
	npm ci --prefix tests/node --ignore-scripts
	@touch $@
