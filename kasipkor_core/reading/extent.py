"""How far the cells of a sheet reach, found before anything makes a dense table of them."""

import re

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.strings import (
    MOST_TEXT,
    Strings,
    Text,
    measure_text,
    refuse_long,
    strip_tags,
)

_MOST_CELLS = 60_000_000
_COLUMNS = re.compile(rb"\br=[\"']([A-Z]{1,3})\d")
_ROWS = re.compile(rb"\br=[\"'][A-Z]{0,3}(\d{1,7})[\"']")
# Beyond column Z or row 99,999; without any, no more than these cells.
_FAR = re.compile(rb' r="(?:[A-Z]{2}|[A-Z]?[0-9]{6})')
_ODD = (b"r='", b"\tr=", b"\nr=", b"\rr=")
_OWN_TEXT = (b'tr"', b"tr'")  # a cell that holds its text itself: str, inlineStr
_NEAR_ROW, _NEAR_COLUMN = 99_999, 26
_TAG = re.compile(rb"<table:(?:(?:covered-)?table-cell|table-row|table)\b[^>]*>")
_REPEATED = re.compile(rb"number-(?:columns|rows)-repeated=[\"'](\d{1,9})[\"']")
_STRING_VALUE = re.compile(rb"string-value=[\"']([^\"']*)")


class Extent:
    """A part that holds no cells."""

    def __init__(self) -> None:
        """Begin at the first cell."""
        self.row = 1
        self.column = 1
        self.rest = b""

    def add(self, piece: bytes) -> None:
        """Take note of the cells in the next piece of the part.

        Args:
            piece: Unpacked bytes that follow those before.

        Raises:
            Unreadable: two cells lie so far apart that the table between them is too large.
        """

    def refuse_far(self) -> None:
        """Refuse cells too far apart.

        Raises:
            Unreadable: the table between them would be too large.
        """
        if self.row * self.column > _MOST_CELLS:
            raise Unreadable(
                "A sheet of this workbook reaches to row {row} and column {column}, "
                "too far to read. "
                "Delete the stray cells beyond the table and save it again.",
                row=self.row,
                column=self.column,
            )


class XmlExtent(Extent):
    """A sheet of an xlsx workbook, or a part that may turn out to be one."""

    def __init__(self, strings: Strings, *, is_sheet: bool) -> None:
        """Begin with an empty sheet that takes its strings from these."""
        super().__init__()
        self._is_sheet = is_sheet
        self._strings = strings
        self._text = Text()
        self._size = 0

    def add(self, piece: bytes) -> None:
        """Take note of the addresses of cells; most sheets show at once that they are small."""
        text = self.rest + piece
        self.rest = text[-40:]
        self._is_sheet = self._is_sheet or b"sheetData" in text
        if not self._is_sheet:
            return
        self._text.add(self._strings.measure(text))
        self._size += len(piece)
        # No sheet holds more text of its own than it is long: one too long is measured from there.
        if self._size > MOST_TEXT and any(kind in text for kind in _OWN_TEXT):
            self._text.add(measure_text(text))
        if not _FAR.search(text) and not any(odd in text for odd in _ODD):
            self.row, self.column = max(self.row, _NEAR_ROW), max(self.column, _NEAR_COLUMN)
            return
        columns = set(_COLUMNS.findall(text))
        self.column = max([self.column, *map(number_of, columns)])
        self.row = max([self.row, *map(int, _ROWS.findall(text))])
        self.refuse_far()


class OdsExtent(Extent):
    """The sheets of an ods workbook, where cells and rows are written once and repeated."""

    def __init__(self) -> None:
        """Begin before the first sheet."""
        super().__init__()
        self._rows = self._columns = self._times = self._copies = 0
        self._text = Text()

    def add(self, piece: bytes) -> None:
        """Take note of rows and cells that hold something, with their repetitions."""
        text = self.rest + piece
        end = 0
        for tag in _TAG.finditer(text):
            self._weigh(text[end : tag.start()])
            self._take(tag.group())
            end = tag.end()
        cut = max(end, len(text) - 2000)
        self._weigh(text[end:cut])
        self.rest = text[cut:]
        self.refuse_far()

    def _weigh(self, xml: bytes) -> None:
        """Take note of text of the last cell, as often as the cell is repeated."""
        if self._copies:
            said = strip_tags(xml).strip()
            refuse_long(said)
            self._text.add(len(said) * self._copies)

    def _take(self, tag: bytes) -> None:
        repeated = _REPEATED.search(tag)
        times = int(repeated.group(1)) if repeated else 1
        if tag.startswith(b"<table:table-row"):
            self._rows += self._times
            self._times, self._columns, self._copies = times, 0, 0
        elif tag.startswith((b"<table:table ", b"<table:table>")):
            self._rows = self._columns = self._times = self._copies = 0
        else:
            self._columns += times
            self._copies = times * self._times
            for value in _STRING_VALUE.findall(tag):
                self._weigh(value)
            if b"value-type" in tag:
                self.row = max(self.row, self._rows + self._times)
                self.column = max(self.column, self._columns)


def number_of(letters: bytes) -> int:
    """Return the number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
