@echo off
rem Installs from this folder alone at the first start, then opens the dashboard.
rem With words it is the command: .\start.bat backup "D:\copy.duckdb"
setlocal
set "first=%~1"
pushd "%~dp0"
if errorlevel 1 goto failed
chcp 65001 >nul
set "PYTHONUTF8=1"
set "python="
set "fits=import sys, sysconfig; sys.exit(not sys.version.startswith('@PYTHON@.') or sysconfig.get_platform() != 'win-amd64')"
call :try py -@PYTHON@
call :try python
if not defined python (
  echo Python @PYTHON@, 64-bit керек. · Нужен Python @PYTHON@, 64-bit. · Python @PYTHON@, 64-bit is needed.
  goto failed
)
rem Names of libraries are long, and Windows takes 259 letters with those of this folder.
set "here=%CD%"
if not "%here:~100,1%"=="" (
  echo Қалтаның жолы тым ұзын: "C:\kasipkor" сияқты қысқа жерге көшіріңіз.
  echo Путь к папке слишком длинный: перенесите её, например, в "C:\kasipkor".
  echo The path of this folder is too long: move it to a short one, as "C:\kasipkor".
  goto failed
)
if not exist ".venv\ready" (
  %python% -m venv ".venv"
  if errorlevel 1 goto failed
  ".venv\Scripts\python" -m pip install --quiet --disable-pip-version-check --no-compile --no-index --find-links "wheels" --require-hashes --requirement "wheels\all.lock"
  if errorlevel 1 goto failed
  type nul >".venv\ready"
)
if not defined KASIPKOR_DB set "KASIPKOR_DB=%here%\kasipkor.duckdb"
if not defined first goto serve
if "%first:~0,1%"=="-" goto serve
".venv\Scripts\python" -m kasipkor_core %*
if errorlevel 1 goto failed
goto done
:serve
".venv\Scripts\python" -m kasipkor_core serve %*
if errorlevel 1 goto failed
:done
popd
exit /b 0
:failed
rem Whoever clicked on the file reads why before the window closes.
if not defined first pause
popd
exit /b 1
:try
if defined python exit /b 0
%* -c "%fits%" >nul 2>nul
if not errorlevel 1 set "python=%*"
exit /b 0
