"""The public board pushed elsewhere by the line of the guide: rsync sends what changed, no more."""

import os
import re
import shutil
import socket
import subprocess
import time

import pytest

from kasipkor_core import house
from kasipkor_core.public import export_site
from tests.documents import published as played
from tests.ready import lend
from tests.web.test_export import list_files, take_back

RSYNC = shutil.which("rsync")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(RSYNC is None, reason="Debian's package rsync is not installed"),
]
OWN = {"SHA256SUMS", ".kasipkor"}  # of the export itself
SERVED = """
use chroot = no
uid = {uid}
gid = {gid}
[results]
path = {path}
read only = no
"""

ledger = lend("published", played.hold)


def list_options():
    """Return the options that docs/public-board.md tells people to give."""
    guide = (house.ROOT / "docs/public-board.md").read_text(encoding="utf-8")
    return re.search(r"rsync (-.*) site/ ", guide)[1].split()


def push(folder, target):
    """Push a folder as the guide says; return the files sent, and those deleted there."""
    command = [RSYNC, *list_options(), "--out-format=%i %n", f"{folder}/", target]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    sent = {name for what, name in lines if what[0] in "<>"}
    return sent, {name for what, name in lines if what == "*deleting" and not name.endswith("/")}


def read_sums(folder):
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def export(ledger, folder):
    time.sleep(1.1)  # rsync compares whole seconds
    export_site(ledger, folder)
    return read_sums(folder)


def check_pushes(ledger, folder, target, there):
    """Export and push three times: a first time, after a change, and after none."""
    first = export(ledger, folder)
    all_sent = push(folder, target)
    take_back(ledger)
    second = export(ledger, folder)
    changed_sent = push(folder, target)
    export(ledger, folder)
    none_sent = push(folder, target)
    changed = {name for name in second if first.get(name) != second[name]}

    assert all_sent == (first.keys() | OWN, set())
    assert changed_sent == (changed | OWN, first.keys() - second.keys())
    assert (0 < len(changed) < len(second) / 2, none_sent[1]) == (True, set())
    assert none_sent[0] <= OWN
    assert (list_files(there), read_sums(there)) == (list_files(folder), second)
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=there, check=True)


def test_a_second_push_into_another_folder_sends_what_changed_alone(ledger, tmp_path):
    there = tmp_path / "there"
    check_pushes(ledger, tmp_path / "site", f"{there}/", there)


@pytest.fixture
def served(tmp_path):
    """Return a folder and the address under which rsync serves it, on this computer alone."""
    there, config = tmp_path / "there", tmp_path / "rsyncd.conf"
    there.mkdir()
    config.write_text(SERVED.format(uid=os.getuid(), gid=os.getgid(), path=there))
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    process = subprocess.Popen(
        [
            *(RSYNC, "--daemon", "--no-detach", f"--config={config}"),
            *("--address=127.0.0.1", f"--port={port}"),
        ]
    )
    address = f"rsync://127.0.0.1:{port}/results/"
    for _ in range(100):
        if subprocess.run([RSYNC, address], capture_output=True, check=False).returncode == 0:
            break
        time.sleep(0.1)
    yield there, address
    process.terminate()
    process.wait(timeout=10)


def test_a_second_push_to_a_server_of_rsync_sends_what_changed_alone(ledger, tmp_path, served):
    there, address = served
    check_pushes(ledger, tmp_path / "site", address, there)
