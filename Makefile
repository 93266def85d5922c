# Short names for the commands that matter; each line can be typed by hand as well.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test install lint types layers check gate bench bench-trace bench-truth bench-reconcile docs lock

# The main job: an environment, then the brief of the shipped example.
demo: $(BIN)/tumen
	$(BIN)/tumen brief examples/autumn-2020/*.txt examples/autumn-2020/*.html -o brief.html

# An environment with the test tools, then the tests.
test: $(VENV)/.test
	$(BIN)/python -m pytest

# Editable in both, so that the demo and the tests run the code that is here.
$(BIN)/tumen: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.test: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $(BIN)/tumen $@

install: $(VENV)/.test

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

layers: install
	$(BIN)/lint-imports

check: lint types layers test

# How well the annotated sentences of gate/ are read; see docs/gate.md. SHOW=ko or SHOW=ID shows what fails.
gate: install
	$(BIN)/python -m gate $(if $(SHOW),--show $(SHOW)) $(if $(CORPUS),--corpus $(CORPUS)) $(if $(CASES),--cases $(CASES)) $(if $(CODEBOOK),--codebook $(CODEBOOK))

# How long a newcomer waits, in seconds and beside a bare Python.
bench: install
	$(BIN)/python scripts/bench.py

# How tracing who repeats whom grows with the number of claims, up to 100,000 of them.
bench-trace: install
	$(BIN)/python scripts/bench_trace.py

# Figures against a known truth: people held in US detention, day by day; DATA is the folder with it.
bench-truth: install
	$(BIN)/python scripts/bench_truth.py $(DATA)

# How fast figures are held together, by their number, and beside a daily model in cvxpy.
bench-reconcile: install
	$(BIN)/python scripts/bench_reconcile.py --beside-cvxpy

# docs/commands.md from the program itself, and what the sessions in the docs print.
docs: install
	$(BIN)/python scripts/write_commands.py
	$(BIN)/python scripts/sessions.py

# Exact versions with hashes and no host names, for those who want them.
lock: install
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --upgrade --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --output-file requirements.lock
