"""A press sets what lies in its folder, in a process that can be lost and costs nothing later."""

import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from kasipkor_core.documents.press import Broken, Press, borrow_press
from kasipkor_core.errors import Refused

OWN = {"own.typ": b'#let data = json("data.json")\n#data.name\n'}


def list_folder(press):
    return sorted(path.name for path in press.folder.iterdir())


def test_data_are_gone_from_the_folder_when_a_paper_is_set():
    with borrow_press() as press:
        press.set("own", b'{"name": "Aigerim"}', OWN, format="pdf")

        assert list_folder(press) == ["own.typ"]


def test_data_are_gone_from_the_folder_when_a_layout_is_broken():
    broken = {"own.typ": b"#no-such-thing()"}
    with borrow_press() as press:
        with pytest.raises(Broken):
            press.set("own", b'{"name": "Aigerim"}', broken, format="pdf")

        assert list_folder(press) == ["own.typ"]


def test_a_layout_gives_way_to_the_next_and_to_its_own_new_text():
    with borrow_press() as press:
        first = press.set("own", b'{"name": "Aigerim"}', OWN, format="svg")
        press.set("other", b"{}", {"other.typ": b"Other"}, format="svg")
        assert list_folder(press) == ["other.typ"]

        changed = {"own.typ": OWN["own.typ"] + b"and more"}
        assert press.set("own", b'{"name": "Aigerim"}', OWN, format="svg") == first
        assert press.set("own", b'{"name": "Aigerim"}', changed, format="svg") != first


def test_a_folder_that_the_system_swept_is_laid_out_again():
    with borrow_press() as press:
        first = press.set("own", b'{"name": "Aigerim"}', OWN, format="svg")
        shutil.rmtree(press.folder)

        assert press.set("own", b'{"name": "Aigerim"}', OWN, format="svg") == first


ENDLESS = b"""#let again(n, k) = for i in range(9999) { if n > 0 { again(n - 1, k * 1.37 + i) } }
#again(9, 1.0)
"""


def test_a_layout_that_never_ends_is_stopped_and_says_which():
    press = Press(longest=0.5)

    with pytest.raises(Refused, match=r"own\.typ took longer than 0\.5 seconds"):
        press.set("own", b"{}", {"own.typ": ENDLESS}, format="pdf")

    assert not press.folder.exists()


def end_children():
    """End the compositors of this process, as a machine without memory does."""
    for task in Path("/proc/self/task").glob("*/children"):
        for pid in map(int, task.read_text().split()):
            if b"compositor" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)
                os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # with all its threads


def test_after_a_lost_process_the_next_paper_is_set_by_another():
    with borrow_press() as press:
        press.set("own", b'{"name": "Aigerim"}', OWN, format="svg")
        end_children()
    with borrow_press() as other:
        assert other is not press
        assert other.set("own", b'{"name": "Aigerim"}', OWN, format="svg")


def test_a_large_job_gives_its_memory_back():
    with borrow_press() as press:
        press.set("own", json.dumps({"name": "A" * 1_000_001}).encode(), OWN, format="svg")

        assert not press.can_work
        assert not press.folder.exists()
