# Short names for the commands that matter; each line can be typed by hand as well.
PYTHON ?= python3.11
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test install lint types layers check lock

# The main job: an environment, then the brief of the shipped example.
demo: $(BIN)/tumen
	$(BIN)/tumen brief examples/autumn-2020/*.txt examples/autumn-2020/*.html -o brief.html

# An environment with the test tools, then the tests.
test: $(VENV)/.test
	$(BIN)/python -m pytest

$(BIN)/tumen:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet .

$(VENV)/.test: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet -e '.[test]'
	touch $@

install: $(VENV)/.test

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

layers: install
	$(BIN)/lint-imports

check: lint types layers test

# Exact versions with hashes and no host names, for those who want them.
lock:
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --generate-hashes --no-annotate --no-emit-index-url --output-file requirements.lock
