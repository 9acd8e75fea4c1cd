# make run: set up everything and serve the page. make test: set up everything and run the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS ?=

.PHONY: run test soak lint lock index bench clean

$(BIN)/ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS) -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS) --no-deps --no-build-isolation --editable .
	touch $@

run: $(BIN)/ready
	$(BIN)/python app.py

test: $(BIN)/ready
	$(BIN)/python -m ruff check .
	$(BIN)/python -m pytest

soak: $(BIN)/ready # the long counts: kills of a writing process, hostile inputs
	SOAK=1 $(BIN)/python -m pytest tests/index/test_survival.py
	SOAK=1 $(BIN)/python -m pytest tests/corpus/test_hostile.py

index: $(BIN)/ready
	$(BIN)/python -m index build

bench: $(BIN)/ready
	$(BIN)/python -m eval bench

lock: # writes requirements.lock from what pyproject.toml asks for, in a fresh environment
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet $(PIP_FLAGS) "hatchling>=1.27" editables -e ".[test]"
	build/lock/bin/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' > requirements.lock

clean:
	rm -rf $(VENV) build
