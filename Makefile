# What a person or CI does here. Each target sets up what it needs; a second run does not do so again.
#   make demo      read two dozen articles into a fresh ledger and ask it
#   make test      the tests, against the package as it is built, not against src/
#   make check     linter, format, types, import contract, packs, floors of claims and of links
#   make measure   scores on the gold, where it lies next to this folder
#   make bench     the benchmarks of parser, names, entities, fresh articles, stances, links, speed and ledger, and writers killed;
#                  those that need ../shared or a ledger say so
#   make weights   train the Polish weights again, from the public corpora
#   make scores    fit the numbers by which claims get their score, and write docs/scores.md
#   make docs      write docs/reference/cli.md anew from the commands

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
BUILT := build/installed
SHARED ?= ../shared
SOURCES := $(shell find src/podobno -type f -not -name '*.pyc')
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The built package goes before the one in src/ that the virtual environment points to.
ON_BUILT := PYTHONPATH=$(CURDIR)/$(BUILT) PODOBNO_BUILT=$(CURDIR)/$(BUILT)

.PHONY: demo test check measure bench weights scores docs clean
.DELETE_ON_ERROR:

demo: .venv/ready
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash demo/run

test: .venv/ready-dev $(BUILT)/ready
	$(ON_BUILT) $(BIN)/python -m pytest $(ARGS)

check: .venv/ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/podobno pack check
	@if [ -d $(SHARED)/gold/dev ]; then \
	  echo "$(BIN)/podobno measure $(SHARED)/gold/dev --floors bench/floors.toml"; \
	  $(BIN)/podobno measure $(SHARED)/gold/dev --floors bench/floors.toml && \
	  $(BIN)/python -m bench.links $(SHARED)/gold/dev bench/linkfloors.toml; \
	else echo "floors: skipped, there is no $(SHARED)/gold/dev"; fi

measure: .venv/ready
	$(BIN)/podobno measure $(SHARED)/gold/dev

bench: .venv/ready
	$(PIP) install --constraint constraints.txt py7zr
	@for one in parse names entities unseen stances links speed ledger growth kill pages; do echo "== $$one"; $(BIN)/python -m bench.$$one || exit; done

weights: .venv/ready
	$(PIP) install --constraint constraints.txt py7zr
	$(BIN)/python -m training $(SHARED)/corpora $(ARGS)
	$(BIN)/python -m training.frequencies $(SHARED)/corpora

scores: .venv/ready
	$(BIN)/python -m training.scores $(SHARED)

docs: .venv/ready
	$(BIN)/typer --app cli podobno.show.cli utils docs --name podobno --output docs/reference/cli.md

clean:
	rm -rf build .venv/ready .venv/ready-dev demo.db demo.db-wal demo.db-shm

# Debian's own Python may come without ensurepip; then the pip that is there puts one into the new folder.
$(BIN)/python:
	@echo "setting up .venv"
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { rm -rf .venv && $(PYTHON) -m venv --without-pip .venv \
	  && $(PYTHON) -m pip --quiet --python .venv/bin/python install pip; }

.venv/ready: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

.venv/ready-dev: .venv/ready
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(BUILT)/ready: .venv/ready-dev pyproject.toml $(SOURCES)
	@rm -rf $(BUILT)
	$(PIP) install --no-deps --no-build-isolation --target $(BUILT) .
	@touch $@
