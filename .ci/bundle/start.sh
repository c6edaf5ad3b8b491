#!/bin/sh
# Installs from this folder alone at the first start, then opens the dashboard.
set -eu
cd "$(dirname "$0")"
if ! python3 -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")' 2>/dev/null; then
  echo "Python @PYTHON@ керек. · Нужен Python @PYTHON@. · Python @PYTHON@ is needed." >&2
  exit 1
fi
if [ ! -f .venv/ready ]; then
  python3 -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
    --no-index --find-links wheels --require-hashes --requirement wheels/all.lock
  touch .venv/ready
fi
exec .venv/bin/kasipkor serve --db kasipkor.duckdb "$@"
