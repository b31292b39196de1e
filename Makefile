# `make demo` and `make test` do all the set-up themselves: Python 3.11 to 3.14, make and git are enough.
# PYTHON chooses the interpreter; without it the newest of 3.12, 3.13, 3.14, 3.11 and python3 that works is taken.
VENV ?= .venv
PYTHON ?= $(shell sh tools/find-python)
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test test-others lint types bench model clean

demo: $(STAMP)
	$(BIN)/dragoman read examples

test: lint types
	$(BIN)/python -m pytest

# The other supported interpreters that are on this machine; lint and types are the same for all.
test-others:
	@for python in $$(sh tools/find-python --all); do \
		echo "== $$python"; \
		$(MAKE) --no-print-directory VENV=.venv-$$($$python -c "import sys; print(sys.version_info[1])") PYTHON=$$python quick || exit 1; \
	done

quick: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/readers.py
	$(BIN)/python benchmarks/pages.py

model: $(STAMP)
	$(BIN)/python training/build.py $(TREEBANKS) --install

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --prefer-binary -e '.[dev]'
	@touch $(STAMP)

clean:
	rm -rf $(VENV) .venv-* .mypy_cache .ruff_cache .pytest_cache
