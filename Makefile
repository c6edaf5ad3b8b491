# Two commands matter: `make run` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NEXT := .venv-next
RUNS := $(VENV)/.runs
READY := $(VENV)/.ready

.PHONY: run test test-all test-next bench soak bundle query lint format browser office proxy rsync shared lock clean

run: $(RUNS)
	$(BIN)/kasipkor serve

# Two files at a time, in the order that tests/conftest.py gives them.
TWO := -n 2 --dist loadfile --no-loadscope-reorder

# Both parts borrow the ledgers that the first of them has made. One after the other: browsers beside
# the quick tests save a tenth of the time and find other pages half drawn.
test:
	$(MAKE) -j2 --output-sync=target lint browser
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export KASIPKOR_TEST_TEMPLATE="$$folder" && \
	$(BIN)/pytest -m "not long and not browser" $(TWO) $(call record,quick) && \
	$(BIN)/pytest -m "browser and not long" $(TWO) $(call record,browser)

# Everything; what came of each part is kept in docs/checks.md.
record = $(if $(RECORD),--record "$(1)")
test-all: RECORD = yes
test-all: test test-next office proxy rsync shared
	$(BIN)/pytest -m "long and not browser" $(TWO) $(call record,long)
	$(BIN)/pytest -m "long and browser" $(TWO) $(call record,long browser)

# The ledger and every view on the next DuckDB line.
test-next: $(NEXT)/.ready
	$(NEXT)/bin/pytest tests/sql tests/store tests/sheets -m "not browser and not long" $(TWO) \
	  $(call record,next DuckDB)

bench: $(READY)
	$(BIN)/python -m tests.bench

# An hour of 50 juries and 200 viewers; SOAK_MINUTES=10 for a shorter one.
soak: $(READY)
	$(BIN)/python -m tests.bench --only soak

# One part of it: make bench-growth, make bench-instead; see tests/bench.
bench-%: $(READY)
	$(BIN)/python -m tests.bench --only $*

bench-instead: office

bench-shared: shared

# Everything for a computer without internet; see docs/operations.md.
bundle: $(READY)
	$(BIN)/python .ci/bundle.py $(FOR) $(FOR_PYTHON)

# The database for readers' browsers, from npm, into dist/query; see docs/public-board.md.
query: $(READY)
	$(BIN)/python .ci/query.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# A program of Debian, with the packages that bring it, when there is none and we may install it.
need = @$(1) >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q \
  && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(2); } \
  || { echo "missing: install the Debian packages $(2) and run again"; exit 1; }

browser:
	$(call need,command -v chromium,chromium)

# A spreadsheet program that fills in our blanks and is measured beside us.
office:
	$(call need,command -v soffice && /usr/bin/python3 -c "import uno",libreoffice-calc-nogui python3-uno)

proxy:
	$(call need,command -v nginx,nginx-light)

rsync:
	$(call need,command -v rsync,rsync)

# Several servers: the packages of the extra, and what each test starts for itself: a Postgres, a bucket.
shared: $(READY)
	$(BIN)/pip install -q --no-compile --require-hashes -r .ci/shared.lock
	$(BIN)/pip install -q --no-compile --require-hashes -r .ci/bucket.lock
	$(call need,ls /usr/lib/postgresql/*/bin/initdb,postgresql)

# What the program itself needs; with the tests and their tools it would be 270 MB more.
$(RUNS): .ci/run.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --no-compile --require-hashes -r .ci/run.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	$(call compile,kasipkor_core.cli$(comma) kasipkor_core.web)
	touch $@

$(READY): requirements.lock $(RUNS)
	$(BIN)/pip install -q --no-compile --require-hashes -r requirements.lock
	$(call compile,hypothesis$(comma) playwright.sync_api$(comma) pytest$(comma) xdist)
	touch $@

# Keeps the bytecode of what is loaded again and again, and of nothing else; where Python may not
# write it every start would compile it anew, which takes three times as long as the start.
comma := ,
compile = PYTHONDONTWRITEBYTECODE= $(BIN)/python -c "import $(1)" && $(BIN)/python -m compileall -q \
  kasipkor_core $(addprefix $(VENV)/lib/*/site-packages/,anyio h11 uvicorn websockets)

$(NEXT)/.ready: requirements.lock .ci/next.lock pyproject.toml
	$(PYTHON) -m venv $(NEXT)
	awk '/^[a-z0-9]/{skip=/^duckdb==/} !skip' requirements.lock | cat - .ci/next.lock > $(NEXT)/all.lock
	$(NEXT)/bin/pip install -q --no-compile --require-hashes -r $(NEXT)/all.lock
	$(NEXT)/bin/pip install -q --no-deps --no-build-isolation -e .
	touch $@

# Rewrites the locks (needs uv): exact versions with hashes, no index address.
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate
lock:
	$(LOCK) pyproject.toml --group dev -o requirements.lock
	$(LOCK) pyproject.toml --group build -c requirements.lock -o .ci/run.lock
	$(LOCK) pyproject.toml --extra shared -c requirements.lock -o .ci/shared.lock
	$(LOCK) --group pyproject.toml:bucket -c requirements.lock -o .ci/bucket.lock
	echo 'duckdb>=2,<3' | $(LOCK) --no-config - -o .ci/next.lock

clean:
	rm -rf $(VENV) $(NEXT) .mypy_cache .ruff_cache .pytest_cache
