# Everything a newcomer needs: `make run` shows the engine at work, `make test` checks all of it.
# The only things needed beforehand are GNU make and Python 3.11 or later; the rest goes into .venv.

VENV := .venv
IN_VENV := $(VENV)/bin/python
LOCK := requirements/dev.lock

# Tried in this order; `make PYTHON=/path/to/python` names one.
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11)

FUZZ_SECONDS ?= 60

PIP := $(IN_VENV) -m pip --disable-pip-version-check --no-input

# Modules come from .venv alone, whatever the caller's shell adds.
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# mutmut makes all mutants and finds which tests reach what; asked itself are only these few.
FIRST_MUTANTS := ccm_engine.domain.statements.findings.*

.PHONY: help setup run test test-long check record vectors bench breaks mutants fuzz docs lock clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile | while IFS=: read -r name what; do \
	  printf '  make %-10s%s\n' "$$name" "$$what"; done

setup: $(VENV)/installed ## install the locked packages and the project into .venv

run: setup ## show where the Convention stands, and why one deadline is what it is
	@$(VENV)/bin/ccm status
	@$(VENV)/bin/ccm explain BGR/3.2

test: check ## run every check and every test
	@echo "test: pytest"
	@$(IN_VENV) -m pytest --quiet

test-long: check ## run every test, with 20,000 drawn histories and a minute on each storage
	@echo "test-long: pytest"
	@CCM_LONG=1 $(IN_VENV) -m pytest --quiet

check: setup ## lint, format, types and the direction of imports
	@echo "check: ruff (rules)"
	@$(IN_VENV) -m ruff check --quiet .
	@echo "check: ruff (format)"
	@$(IN_VENV) -m ruff format --check --quiet .
	@echo "check: mypy --strict"
	@$(IN_VENV) -m mypy --no-error-summary
	@echo "check: basedpyright, strict"
	@$(IN_VENV) -m basedpyright --level error
	@echo "check: import-linter"
	@$(VENV)/bin/lint-imports --no-logo > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }

record: setup ## rebuild the packaged public record from the claims
	@$(IN_VENV) -m ccm_engine.public_record

vectors: setup ## write the conformance cases again
	@$(IN_VENV) conformance/generate.py

breaks: setup ## break a rule of each article in a copy, and write who noticed (some 20 minutes)
	@$(IN_VENV) -m tests.breaks

mutants: setup ## change the rules in small places, and see if a test notices (hours; resumes)
	@$(VENV)/bin/mutmut run --max-children 2 "$(FIRST_MUTANTS)"
	@$(IN_VENV) -m tests.mutants.asking
	@$(IN_VENV) -m tests.mutants.again
	@$(IN_VENV) -m tests.mutants.report

fuzz: setup ## fuzz every door with atheris (Linux; FUZZ_SECONDS each, 60 if not given)
	@for door in $$($(IN_VENV) -m fuzz --doors 2>/dev/null); do echo "fuzz: $$door"; \
	  $(IN_VENV) -m fuzz $$door -max_total_time=$(FUZZ_SECONDS) -verbosity=0 || exit 1; done

bench: setup ## measure replay, storage and queries on this machine
	@$(IN_VENV) -m benchmarks

docs: setup ## write the generated reference pages again
	@$(IN_VENV) docs/generate.py

lock: ## resolve requirements/dev.lock again (needs uv)
	@uv pip compile pyproject.toml requirements/dev.in --all-extras --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --quiet --upgrade --output-file $(LOCK)

clean: ## remove .venv and every cache
	@rm -rf $(VENV) build dist mutants .fuzz .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests benchmarks docs conformance -name __pycache__ -type d -prune -exec rm -rf {} +

# A new lock makes a new environment, so that nothing stays behind that it no longer names.
$(VENV)/locked: $(LOCK)
	@set -e; found=; crippled=; \
	for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then found=$$python; break; fi; \
	  crippled=$$python; \
	done; \
	if [ -z "$$found" ] && [ -n "$$crippled" ]; then \
	  echo "setup: $$crippled cannot make a virtual environment: it has no ensurepip;" \
	    "on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	  echo "setup: no Python 3.11 or later found (tried: $(PYTHONS));" \
	    "install one, or name it: make setup PYTHON=/path/to/python" >&2; exit 1; \
	fi; \
	echo "setup: make $(VENV) with $$("$$found" --version)"; \
	"$$found" -m venv --clear $(VENV); \
	echo "setup: install the packages of $(LOCK), hashes checked (a minute or two)"; \
	$(PIP) install -qq --require-hashes --only-binary :all: --requirement $(LOCK); \
	touch $@

$(VENV)/installed: pyproject.toml $(VENV)/locked
	@echo "setup: install ccm_engine from src"
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@missing=$$($(PIP) check) || { echo "$$missing" >&2; \
	  echo "setup: the lock is behind pyproject.toml; run make lock" >&2; exit 1; }
	@touch $@
