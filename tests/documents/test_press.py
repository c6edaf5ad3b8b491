"""A press sets what lies in its folder: the layouts of now, and data while they are set."""

import shutil

import pytest
import typst

from kasipkor_core.documents.press import borrow_press

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
        with pytest.raises(typst.TypstError):
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
