# Everything happens in .venv; `make help` lists what there is.
# Paths are relative throughout, so that a checkout in a folder with a space in its name works.

SHELL := /bin/sh
PYTHON ?= python3
VENV ?= .venv

export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# The first of these that is new enough and can make a virtual environment is used.
CANDIDATES := "$(PYTHON)" python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
HAS_VENV := import ensurepip, venv

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types format lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: $(INSTALLED) ## install everything into .venv

run: $(INSTALLED) ## talk to the guide in this terminal
	@$(BIN)/knee-guide talk

test: lint types ## check format, lint and types, then run every test
	$(BIN)/python -m pytest

lint: $(INSTALLED) ## check format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(INSTALLED) ## check types
	$(BIN)/mypy

format: $(INSTALLED) ## format the code and mend what lint can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

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
