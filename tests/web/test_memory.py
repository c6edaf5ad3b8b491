"""The server's memory: few heaps for many threads, and a database that gives back what it freed."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.ready import find_template

MADE_BEFORE = 2  # heaps of threads that a library starts while it is loaded
OPENED = """
import ctypes, json, os, sys, threading
from concurrent.futures import ThreadPoolExecutor
from kasipkor_core.loading import share_heaps
share_heaps()
from kasipkor_core.store import open_store
with ThreadPoolExecutor(1) as beside:
    opened = beside.submit(open_store, sys.argv[1])
    from kasipkor_core.web.serve import _closing

with _closing(opened.result()) as store:
    libc = ctypes.CDLL(None)
    met = threading.Barrier(33)
    for _ in range(32):
        threading.Thread(target=lambda: (libc.malloc(5000), met.wait()), daemon=True).start()
    met.wait()
    libc.fopen.restype = ctypes.c_void_p
    file = ctypes.c_void_p(libc.fopen(os.fsencode(sys.argv[2]), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    setting = "select current_setting('allocator_background_threads')"
    print(json.dumps(store.cursor().execute(setting).fetchone()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="heaps are counted as glibc does")
def test_a_server_has_a_heap_a_core_and_its_database_gives_memory_back_by_itself(tmp_path):
    database, told = tmp_path / "office.duckdb", tmp_path / "heaps.xml"
    shutil.copy(find_template(), database)
    command = [sys.executable, "-c", OPENED, str(database), str(told)]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=300)
    heaps = told.read_text(encoding="utf-8").count("<heap nr=")

    assert json.loads(said.stdout) == [True]
    assert heaps <= os.cpu_count() + MADE_BEFORE
