# Everything happens in .venv; `make help` lists what there is.
# Paths are relative throughout, so that a checkout in a folder with a space in its name works.

SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv

export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
NPM := build/npm
VIEWHOST := $(NPM)/.installed
APL := build/apl
VALIDATOR := $(APL)/.installed
RUNTIME := build/lambda/.installed
PACKAGE := build/knee-pain-guide.zip

# The first of these that is new enough and can make a virtual environment is used.
CANDIDATES := "$(PYTHON)" python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
HAS_VENV := import ensurepip, venv

.DEFAULT_GOAL := help
.PHONY: help setup run page viewhost validator shots icons pictures test lint types format bench bench-parts soak fuzz package lambda-local lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

setup: $(INSTALLED) ## install everything into .venv

run: $(INSTALLED) ## talk to the guide in this terminal
	@$(BIN)/knee-guide talk

page: $(INSTALLED) $(VIEWHOST) ## talk to the guide in the browser, with its screen
	@$(BIN)/knee-guide serve --dev

viewhost: $(VIEWHOST) ## install what draws a device's screen in the browser (npm)

validator: $(VALIDATOR) ## install what checks the screens' documents (npm)

shots: $(INSTALLED) $(VIEWHOST) ## draw every screen on every device into build/shots
	$(BIN)/python -m tests.apl.shots build/shots

icons: $(INSTALLED) ## draw the skill's icons again
	$(BIN)/python -m tests.store.icons

pictures: $(INSTALLED) $(VIEWHOST) ## draw the screens in the README again
	$(BIN)/python -m tests.apl.pictures

test: lint types $(VIEWHOST) $(VALIDATOR) $(RUNTIME) ## check format, lint and types, then run every test
	$(BIN)/python -m pytest --numprocesses auto --dist loadscope

lint: $(INSTALLED) ## check format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(INSTALLED) ## check types
	$(BIN)/mypy

format: $(INSTALLED) ## format the code and mend what lint can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(INSTALLED) ## measure beside the SDK's hello world, as one table
	@$(BIN)/python tests/benchmarks/beside.py

bench-parts: $(INSTALLED) ## measure starting, screens, understanding, load and what others can do, each alone
	$(BIN)/python tests/benchmarks/cold_start.py
	$(BIN)/python tests/benchmarks/screen.py
	$(BIN)/python tests/benchmarks/understanding.py
	$(BIN)/python tests/benchmarks/load.py
	$(BIN)/python tests/benchmarks/attack.py

soak: $(INSTALLED) ## serve conversations for ten minutes and watch the memory
	$(BIN)/python tests/benchmarks/soak.py

fuzz: $(INSTALLED) ## send 100,000 odd requests by chance, and as many steered by the code they reach
	$(BIN)/python tests/fuzz/run.py
	@$(BIN)/python -m pip install -qq --require-hashes --no-deps --upgrade --target build/fuzz -r tests/fuzz/requirements.txt
	PYTHONPATH=build/fuzz $(BIN)/python tests/fuzz/run.py --guided

package: $(INSTALLED) ## check everything, then write what AWS Lambda runs to build/knee-pain-guide.zip
	@$(BIN)/python -m skill.authoring.package $(PACKAGE)

lambda-local: package $(RUNTIME) ## talk to the package under AWS's own runtime
	@$(BIN)/python -m tests.deployed.emulator $(PACKAGE)

lock: $(BIN)/python ## resolve the dependencies again into requirements.lock
	$(BIN)/python -m pip install -qq uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--upgrade --quiet --custom-compile-command 'make lock' --output-file requirements.lock

clean: ## remove .venv and everything generated
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find skill tests lambda -type d -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@chosen=; incomplete=; \
	for candidate in $(CANDIDATES); do \
		"$$candidate" -c '$(NEW_ENOUGH)' 2>/dev/null || continue; \
		if "$$candidate" -c '$(HAS_VENV)' 2>/dev/null; then chosen=$$candidate; break; fi; \
		incomplete=$${incomplete:-$$candidate}; \
	done; \
	if [ -z "$$chosen" ] && [ -n "$$incomplete" ]; then \
		echo "$$incomplete cannot make a virtual environment: install its venv module" \
			"(Debian, Ubuntu: sudo apt install python3-venv) and run make again." >&2; exit 1; \
	elif [ -z "$$chosen" ]; then \
		found=$$("$(PYTHON)" -V 2>&1) || found="no $(PYTHON)"; \
		echo "Python 3.11 or later is needed, and here is $$found: install one" \
			"and run make again, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	"$$chosen" -m venv $(VENV)

$(INSTALLED): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) ..."
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(RUNTIME): tests/deployed/requirements.txt | $(INSTALLED)
	@echo "Installing AWS's runtime into $(@D) ..."
	@rm -rf $(@D)
	@$(BIN)/python -m pip install -qq --require-hashes --no-deps --no-compile --target $(@D) -r $<
	@touch $@

$(VIEWHOST): skill/web/simulator/npm/package.json skill/web/simulator/npm/package-lock.json
$(VALIDATOR): tests/apl/npm/package.json tests/apl/npm/package-lock.json

$(VIEWHOST) $(VALIDATOR):
	@command -v npm >/dev/null || { echo "npm is needed for what draws the screen and checks it" \
		"(Debian, Ubuntu: sudo apt install npm): install it and run make again." >&2; exit 1; }
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --silent
	@touch $@
