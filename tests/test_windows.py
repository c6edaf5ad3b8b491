"""What Windows has not: checked by reading, for nobody here starts the program there."""

import ast
import importlib.util
import re

import duckdb
import pytest

from kasipkor_core import house
from kasipkor_core.errors import Held, Refused
from kasipkor_core.store import connect, open_store

MODULES = sorted(house.PACKAGE.rglob("*.py"))
ABSENT = {"crypt", "curses", "fcntl", "grp", "nis", "posix", "pty", "pwd", "readline", "resource"}
ABSENT |= {"spwd", "syslog", "termios", "tty", "uvloop"}
LACKING = {
    "os": {"chown", "fork", "forkpty", "geteuid", "getgid", "getuid", "killpg", "mkfifo", "nice"},
    "signal": {"SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "alarm", "pause"},
    "socket": {"AF_UNIX", "SO_REUSEPORT", "socketpair"},
    "time": {"tzset"},
}
LACKING["os"] |= {"setsid", "statvfs", "sysconf", "uname", "wait"}
GUARD = "sys.platform != 'win32'"


def list_absent(tree):
    """Return what a module asks for that Windows has not, but for what stands behind the guard."""
    found = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If | ast.IfExp) and ast.unparse(node.test) == GUARD:
            continue
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [name for name in names if name.split(".")[0] in ABSENT]
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found += [node.attr] if node.attr in LACKING.get(node.value.id, ()) else []
        found += list_absent(node)
    return found


@pytest.fixture
def bundle():
    path = house.ROOT / ".ci" / "bundle.py"
    spec = importlib.util.spec_from_file_location("bundle", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_module_asks_for_what_windows_has_not():
    asked = {path.name: list_absent(ast.parse(path.read_text("utf-8"))) for path in MODULES}

    assert {name: found for name, found in asked.items() if found} == {}


def test_what_windows_has_not_is_found_outside_the_guard_only():
    free = "import fcntl\ndef f():\n    os.fork()\n"
    guarded = f"if {GUARD}:\n    import resource\n"

    assert [list_absent(ast.parse(text)) for text in (free, guarded)] == [["fcntl", "fork"], []]


def test_start_bat_quotes_every_path_and_ends_its_lines_as_windows_reads_them(bundle, tmp_path):
    bundle.write_start(tmp_path, "windows", "3.13")
    data = (tmp_path / "start.bat").read_bytes()
    lines = data.decode().split("\r\n")
    code = [line for line in lines if not line.strip().startswith(("rem", "echo"))]
    bare = [re.sub(r'"[^"]*"', '""', line) for line in code]

    assert data.count(b"\n") == data.count(b"\r\n") == len(lines) - 1
    assert [line for line in bare if "\\" in line or "%~dp0" in line] == []
    assert "@" not in data.decode().removeprefix("@echo off")


def test_start_bat_installs_without_asking_any_network(bundle, tmp_path):
    bundle.write_start(tmp_path, "windows", "3.13")
    text = (tmp_path / "start.bat").read_text("utf-8")
    (installs,) = [line for line in text.splitlines() if " -m pip " in line]

    assert '--no-index --find-links "wheels" --require-hashes' in installs


def test_whoever_holds_a_database_on_windows_is_named(monkeypatch, tmp_path):
    words = (
        'IO Error: Cannot open file "c:\\k.duckdb": The process cannot access the file because it '
        "is being used by another process.\r\n\n"
        "File is already open in \nC:\\Program Files\\Python313\\python.exe (PID 4711)"
    )
    refuse(monkeypatch, words)
    with pytest.raises(Held) as held:
        open_store(tmp_path / "k.duckdb")

    assert "is held by python.exe (process 4711)" in str(held.value)


def test_a_file_that_the_system_does_not_open_is_not_called_damaged(monkeypatch, tmp_path):
    refuse(monkeypatch, 'IO Error: Cannot open file "/k.duckdb": Permission denied')
    with pytest.raises(Refused) as refused:
        open_store(tmp_path / "k.duckdb")

    assert "k.duckdb: Permission denied. Check the name" in str(refused.value)


def refuse(monkeypatch, words):
    """Let DuckDB say what it says on another system; no file here is held by Windows."""

    def say(*_, **__):
        raise duckdb.IOException(words)

    monkeypatch.setattr(connect.duckdb, "connect", say)
