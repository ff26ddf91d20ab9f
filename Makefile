# Everything here works on a machine with Python 3.11 or newer, make and gcc.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test check lint types score lock clean benchmark models learned

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: $(READY) ## set up if need be, and turn the seeds into tables under data/lake
	@$(BIN)/tidings run

test: $(READY) ## set up if need be, and run the tests
	@$(BIN)/pytest

check: lint types test ## lint, types and tests: what every commit passes

lint: $(READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet .

types: $(READY)
	@$(BIN)/mypy

benchmark: $(READY) ## what starting up costs, as ratios in one run
	@$(BIN)/python benchmarks/startup.py

# Coded documents are not part of the project: GOLD is a folder with score.py and the folders seeds, nb and en, which
# nothing is learned from; TRAIN holds those that the learned parts are trained on, and so scored by cross-validation.
GOLD ?= ../shared/gold
TRAIN ?= ../shared/train
score: $(READY) ## measure against coded documents in GOLD=../shared/gold, and across those in TRAIN=../shared/train
	@$(BIN)/python benchmarks/gold.py $(GOLD)
	@$(BIN)/python benchmarks/crossval.py $(TRAIN) --gold $(GOLD)

# TWINS holds Norwegian versions of the treebanks' English news; without it Norwegian names are found less well.
TREEBANKS ?= ../shared/treebanks
TWINS ?= ../shared/train/nb-parallel
WORK := dist/models
models: $(READY) ## train the models anew from TREEBANKS=../shared/treebanks (two hours of one core) and TRAIN
	@set -e; export OMP_NUM_THREADS=1; for language in nb en; do \
	$(BIN)/python -m training.prepare $$language $(TREEBANKS) $(TWINS) $(WORK); \
	$(BIN)/python -m training.vectors $$language $(WORK)/$$language/vectors; \
	for half in syntax more ner; do if [ -f training/configs/$$language-$$half.cfg ]; then \
	$(BIN)/python -m training.train $$language $$half $(WORK); fi; done; \
	$(BIN)/python -m training.pack $$language $(TREEBANKS) $(TWINS) $(WORK) data/models; done
	@$(MAKE) --no-print-directory learned

learned: $(READY) ## train what is learned of events anew from coded documents in TRAIN=../shared/train (minutes)
	@$(BIN)/python -m training.events $(TRAIN) data/models

lock: $(READY) ## pin all dependencies anew, with hashes
	@$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --extra dev --extra train --no-emit-index-url \
		--no-emit-find-links --no-emit-options --output-file requirements.lock pyproject.toml

clean: ## remove the lake and what tools left behind; the virtual environment stays
	@rm -rf data/lake dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# Made once; again only when the pins or the project's own metadata change.
$(READY): requirements.lock pyproject.toml
	@echo "setting up $(VENV) with $(PYTHON) (a minute or two, once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tidings needs Python 3.11 or newer; set PYTHON=/path/to/it" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
