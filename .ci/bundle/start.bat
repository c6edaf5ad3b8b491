@echo off
rem Installs from this folder alone at the first start, then opens the dashboard.
chcp 65001 >nul
cd /d "%~dp0"
py -@PYTHON@ -c "" 2>nul || (
  echo Python @PYTHON@ керек. · Нужен Python @PYTHON@. · Python @PYTHON@ is needed.
  pause
  exit /b 1
)
if not exist .venv\ready (
  py -@PYTHON@ -m venv .venv || exit /b 1
  .venv\Scripts\python -m pip install --quiet --disable-pip-version-check --no-compile --no-index --find-links wheels --require-hashes --requirement wheels\all.lock || exit /b 1
  type nul > .venv\ready
)
.venv\Scripts\kasipkor serve --db kasipkor.duckdb %*
