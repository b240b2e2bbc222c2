# Thin on purpose: what needs more than a line stands in tools/.
.DEFAULT_GOAL := help
.PHONY: help lab setup test check test-browser notebooks check-notebooks requirements clean

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3
PYTHON ?=
ARGS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
BYTECODE := $(BIN)/python -m compileall -q swteach

help:  ## say what each command does
	@awk -F ':[^#]*## *' '/^[a-z-]+:.*## /{printf "  make %-17s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

lab: .venv/.ready  ## open the course in JupyterLab (ARGS="--no-browser --port 8890" passes through)
	@$(BYTECODE)
	$(BIN)/jupyter-lab notebooks/00_start_here.ipynb $(ARGS)

setup: .venv/.ready-to-test  ## only make .venv, with what the tests need

test: check  ## run every test that needs no browser, then every notebook
	$(BIN)/python -m pytest -m "not browser" --numprocesses auto --dist loadfile $(ARGS)
	$(BIN)/python -m pytest --nbval --nbval-current-env notebooks/*.ipynb

check: .venv/.ready-to-test  ## check the code's style and the course's data, without running tests
	@$(BYTECODE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/swteach check --fast

test-browser: .venv/.ready-to-test  ## run the tests that drive a real JupyterLab in Chromium
	SWTEACH_CHROMIUM="$$($(BIN)/python tools/find_chromium.py)" && export SWTEACH_CHROMIUM \
	  && $(BIN)/python -m pytest -m browser tests/browser --numprocesses 2 --dist loadfile $(ARGS)

notebooks: .venv/.ready  ## run every notebook and keep its outputs, for committing
	$(BIN)/python tools/run_notebooks.py $(ARGS)

check-notebooks: .venv/.ready  ## say whether the committed outputs are what the notebooks give now
	$(BIN)/python tools/run_notebooks.py --check $(ARGS)

requirements:  ## compile requirements*.txt anew from pyproject.toml
	"$$(sh tools/find_python.sh $(or $(PYTHON),$(PYTHONS)))" tools/compile_requirements.py $(ARGS)

clean:  ## remove .venv and everything else that these commands made
	rm -rf .venv build dist ci-artefacts .pytest_cache .ruff_cache
	find swteach tests tools notebooks -name __pycache__ -prune -exec rm -rf {} +

# The stamps: a second run installs nothing unless the pins or the package's own metadata changed.
.venv/bin/python:
	@python="$$(sh tools/find_python.sh $(or $(PYTHON),$(PYTHONS)))" \
	  && echo "Making .venv with $$python" && "$$python" -m venv --clear .venv

.venv/.ready: .venv/bin/python requirements.txt pyproject.toml
	@echo "Installing the course and what it needs into .venv (a few minutes the first time)"
	@$(PIP) --compile -r requirements.txt
	@$(PIP) --compile --no-deps -e .
	@touch $@

.venv/.ready-to-test: .venv/.ready requirements-test.txt
	@echo "Installing what the tests need into .venv"
	@$(PIP) --compile -r requirements-test.txt
	@touch $@
