"""A Postgres of the test's own: made in a folder, reached by a socket in it, gone afterwards."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import duckdb

USER = "kasipkor"
_AS = ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()  # it refuses to run as root
_FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
_BIN = _FOUND[-1].parent if _FOUND else None
_PACKAGES = ("ducklake", "postgres_scanner", "httpfs")


def say_missing():
    """Return why there can be no lake on this computer; null when there can."""
    if _BIN is None:
        return "Debian's package postgresql is not installed"
    if not all(importlib.util.find_spec(f"duckdb_extension_{name}") for name in _PACKAGES):
        return "the packages of kasipkor[shared] are not installed"
    if duckdb.__version__.startswith("2."):
        return "the packages of kasipkor[shared] are made for DuckDB 1.5"
    return None


class Postgres:
    """A running server and the lakes in it."""

    def __init__(self, folder, *, is_durable):
        self.folder = folder
        self._where = ("-D", folder / "data", "-w")
        self._fsync = "on" if is_durable else "off"
        self._made = 0

    def make_place(self):
        """Return the place of a lake that is not made yet, and the folder for its files."""
        self._made += 1
        name = f"lake{self._made}"
        self.run("createdb", name)
        files = self.folder / name
        files.mkdir()
        return f"ducklake:postgres:host={self.folder} user={USER} dbname={name}", f"{files}/"

    def ask(self, place, question):
        """Return what a question to the database of a lake answers, as text."""
        return self.run("psql", place.rpartition("dbname=")[2], "-qtAc", question)

    def cut(self, place, condition="true"):
        """End the sessions of a lake's database, as a cut network would."""
        self.ask(
            place,
            "select pg_terminate_backend(pid) from pg_stat_activity "
            f"where datname = current_database() and pid <> pg_backend_pid() and {condition}",
        )

    def dump(self, place):
        """Return all that the database of a lake holds, as text."""
        return self.run("pg_dump", place.rpartition("dbname=")[2])

    def list_files(self, place, table):
        """Return the files of a table of a lake."""
        schema, _, name = table.partition(".")
        folder = self.folder / place.rpartition("dbname=")[2] / schema / name
        return {file.name for file in folder.rglob("*.parquet")}

    def run(self, program, *arguments):
        """Run a program of Postgres as its administrator; return what it prints."""
        return subprocess.run(
            [_BIN / program, "-h", self.folder, "-U", USER, *arguments],
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def start(self):
        """Start the server and wait until it answers."""
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' "
            f"-c fsync={self._fsync}"
        )
        _run_as("pg_ctl", *self._where, "-l", self.folder / "log", "-o", options, "start")

    def stop(self, mode="fast"):
        """Stop it; ``immediate``: as if the computer had gone."""
        _run_as("pg_ctl", *self._where, "-m", mode, "stop")


@contextmanager
def run_postgres(*, is_durable=False):
    """Run a server for the length of a block; a durable one writes through to the disk."""
    with tempfile.TemporaryDirectory(prefix="kasipkor-pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        if _AS:
            shutil.chown(folder, "postgres")
        _run_as(
            "initdb", "-D", folder / "data", "-A", "trust", "-U", USER, "--no-sync", "-E", "UTF8"
        )
        server = Postgres(folder, is_durable=is_durable)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")


def _run_as(program, *arguments):
    subprocess.run(
        [*_AS, _BIN / program, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
