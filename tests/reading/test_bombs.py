"""Binary workbooks, xlsb and xls: a small file never unfolds to more than memory can hold."""

import io
import random
import zipfile

import pytest

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading import read_grid
from tests.reading.bombs import change_record, save_xls, save_xlsb
from tests.reading.helpers import read_rows

LONG = "ә" * 20_000
MOST = "kasipkor_core.reading.strings.MOST_TEXT"


@pytest.mark.parametrize(
    "data",
    [
        save_xlsb(["Имя", LONG], [[0, 1]] * 30),
        save_xlsb([], [["Имя", LONG]] * 30),
        save_xlsb([LONG] * 30, [["Имя"]]),
        save_xls([["Имя", LONG]] * 30),
        save_xls(*[[["Имя", LONG]] * 10] * 3),
    ],
    ids=["xlsb", "xlsb-own", "xlsb-unused", "xls", "xls-sheets"],
)
def test_text_counts_as_often_as_cells_use_it(data, monkeypatch):
    monkeypatch.setattr(MOST, 1_000_000)

    with pytest.raises(Unreadable, match="unpacks"):
        read_grid(data)


@pytest.mark.parametrize(
    "data",
    [
        save_xlsb(["ә", LONG], [["a", "b"], *[[f"{row}", 0] for row in range(900)], [0, 1]]),
        save_xls([["a", "b"], *[[f"{row}", "ә"] for row in range(900)], ["ә", LONG]]),
    ],
    ids=["xlsb", "xls"],
)
def test_a_long_text_in_one_cell_makes_no_workbook_too_large(data, monkeypatch):
    monkeypatch.setattr(MOST, 1_000_000)

    assert read_grid(data).table.num_rows > 800


def test_strings_that_go_on_in_the_next_record_are_measured_and_read():
    chance = random.Random(5)
    texts = [
        "".join(chance.choices("aьә9", k=chance.choice([0, 1, 700, 8000]))) + str(number)
        for number in range(60)
    ]
    rows = [[text, "x" * 5000 + text, f"r{text}"] for text in texts]

    _, records, _ = read_rows(save_xls([["a", "b", "c"], *rows]))

    assert records == rows


def test_a_cell_of_an_xlsb_longer_than_a_sheet_can_hold_is_refused():
    for strings, cell in ((["A" * 40_000], 0), ([], "A" * 40_000)):
        with pytest.raises(Unreadable, match="32767"):
            read_grid(save_xlsb(strings, [[cell]]))


def test_a_small_file_that_unfolds_to_gigabytes_is_refused():
    longest = "ә" * 32_767
    names = [f"{row}" for row in range(3500)]
    sheets = {
        "xls": save_xls([[name, longest] for name in names]),
        "late": save_xls([[name, ""] for name in names] + [["a", longest]] * 3500),
        "xlsb": save_xlsb([longest], [[name, 0] for name in names]),
    }
    for data in sheets.values():
        assert len(data) < 1_000_000
        with pytest.raises(Unreadable, match="unpacks to 2"):
            read_grid(data)


def test_a_string_that_a_reader_passes_over_hides_no_other(monkeypatch):
    monkeypatch.setattr(MOST, 1_000_000)
    with zipfile.ZipFile(io.BytesIO(save_xlsb(["Имя", LONG], [[0, 1]] * 30))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    hidden = b"\x23\x00" + b"\x13\x07\x00\x01\x00\x00\x00A\x00" * 2 + b"\x24\x00"
    strings = parts["xl/sharedStrings.bin"]
    parts["xl/sharedStrings.bin"] = strings[:11] + hidden + strings[11:]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)

    with pytest.raises(Unreadable, match="unpacks"):
        read_grid(file.getvalue())


def test_an_xls_that_says_it_has_more_cells_or_strings_than_can_be_is_refused():
    data = save_xls([["Имя", "Балл"], ["Дана", "7"]])

    for at in (0, 4):  # the first row, the last row
        with pytest.raises(Unreadable, match="too far"):
            read_grid(change_record(data, 0x0200, 14, at=at, value=2_000_000_000))
    with pytest.raises(Unreadable, match="cut off"):
        read_grid(change_record(data, 0x00FC, 43, at=4, value=2_000_000_000))


def test_an_xls_whose_sheets_together_are_too_large_is_refused():
    far = [["Имя"], *[[]] * 65_533, ["Дана", *[""] * 254, "7"]]

    with pytest.raises(Unreadable, match="too far"):
        read_grid(save_xls(*[far] * 4))


def test_an_xls_whose_sheets_are_one_and_the_same_is_refused():
    data = save_xls([["Имя", "Балл"]] * 300, [["Имя"]], [["Имя"]])
    bounds = [place for place in range(len(data)) if data[place : place + 4] == b"\x85\x00\x0a\x00"]
    first = data[bounds[0] + 4 : bounds[0] + 8]
    for place in bounds[1:]:
        data = data[: place + 4] + first + data[place + 8 :]

    with pytest.raises(Unreadable, match="cut off"):
        read_grid(data)
