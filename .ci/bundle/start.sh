#!/bin/sh
# Installs from this folder alone at the first start, then opens the dashboard.
# With words it is the command: ./start.sh backup /media/stick/copy.duckdb
set -eu
cd "$(dirname "$0")"
fits='import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")'
python=
for name in python@PYTHON@ python3 python; do
  if [ -z "$python" ] && "$name" -c "$fits" 2>/dev/null; then python=$name; fi
done
if [ -z "$python" ]; then
  echo "Python @PYTHON@ керек. · Нужен Python @PYTHON@. · Python @PYTHON@ is needed." >&2
  exit 1
fi
if [ ! -f .venv/ready ]; then
  "$python" -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
    --no-index --find-links wheels --require-hashes --requirement wheels/all.lock
  touch .venv/ready
fi
export KASIPKOR_DB="${KASIPKOR_DB:-$PWD/kasipkor.duckdb}"
case "${1-}" in "" | -*) set -- serve "$@" ;; esac
exec .venv/bin/python -m kasipkor_core "$@"
