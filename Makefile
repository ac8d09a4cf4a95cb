# Two commands are all that a newcomer needs: make demo, make test.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
# Where pip finds PyTorch's CPU build, if the ordinary index would give a CUDA build (see README).
TORCH_INDEX ?=

.PHONY: demo test check unit soak bench samples pictures language-model language-scores serve clean

demo: $(VENV)/.installed
	$(BIN)/arsringar --data $(DATA) ingest $(wildcard corpus/reports/*.pdf corpus/reports/*.docx corpus/reports/*.txt)
	$(BIN)/arsringar --data $(DATA) search "bredband Övertorneå" -k 3
	$(BIN)/arsringar --data $(DATA) serve

test: check unit

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/pytest

soak: $(VENV)/.installed-dev
	$(BIN)/pytest -m soak tests/soak

bench: $(VENV)/.installed-dev
	$(BIN)/pytest -m bench -s tests/bench

# The sample reports are committed; this makes them anew from their sources.
samples: $(VENV)/.installed-dev
	$(BIN)/pip install --quiet ".[samples]"
	$(BIN)/python -m corpus.reports.make

# The pictures of the help page and the README are committed; this takes them anew from the running program.
pictures: $(VENV)/.installed-dev
	$(BIN)/python -m tests.pictures

# The Swedish language model is committed; this trains it anew (about an hour on one core) from treebanks, which are not.
MATERIAL ?= ../shared/nlp
language-model: $(VENV)/.installed
	$(BIN)/python -m corpus.swedish.training $(MATERIAL) corpus/swedish/model

language-scores: $(VENV)/.installed
	$(BIN)/python -m corpus.swedish.training.scores $(MATERIAL)

serve: $(VENV)/.installed
	$(BIN)/arsringar --data $(DATA) serve

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

# PyTorch comes first and by itself, so that nothing else draws in another build of it.
$(VENV)/.torch: $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check torch==2.13.0 $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX))
	touch $@

$(VENV)/.installed: $(VENV)/.torch pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.torch pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@ $(VENV)/.installed
