"""Score sheets as offices make them, with invented people, read exactly."""

import json
from pathlib import Path

import pytest

from tests.reading.helpers import read_rows

FOLDER = Path(__file__).parent / "messy"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def as_number(cell):
    """Return a number without closing zeros: a workbook's number has lost them."""
    text = cell.replace(",", ".")
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").isdigit() else text


@pytest.mark.parametrize("name", EXPECTED)
def test_an_office_sheet_is_read_as_a_person_would(name):
    truth = EXPECTED[name]
    exact = not name.endswith(".xlsx") or truth["habits"]["numbers_as_text"]
    shown = str if exact else as_number

    header, records, _ = read_rows((FOLDER / name).read_bytes(), name=name)

    assert header == truth["header"]
    assert len(records) == truth["records"]
    assert [shown(cell) for cell in records[0]] == [shown(cell) for cell in truth["first"]]
    assert [shown(cell) for cell in records[-1]] == [shown(cell) for cell in truth["last"]]
