"""Parts of an xlsb workbook, measured: records of a type, a length and a body."""

import struct
from collections.abc import Iterator

import numpy as np

from kasipkor_core.reading.extent import Extent
from kasipkor_core.reading.strings import Text, refuse_long_cell

_ROW_HEADER = 0
_CELLS = frozenset(range(1, 12))
_CELL = struct.Struct("<I4xI").unpack_from  # column, number of the string
_OWN_TEXT, _SHARED_TEXT, _FORMULA_TEXT = 6, 7, 8
_BEGIN_DATA, _END_DATA = 145, 146
_STRING, _BEGIN_STRINGS = 19, 159
_BEGIN_FUTURE, _END_FUTURE = 35, 36
_NEEDED = 12  # bytes of a body, at most
_HEAD = 6  # bytes before the body, at most
_MORE = 0x80  # from here on a number goes on in the next byte
_WIDE = 2  # bytes of a character, in UTF-16


class Records:
    """The records of a part that comes in pieces."""

    def __init__(self) -> None:
        """Begin before the first record."""
        self._rest = b""
        self._skip = 0

    def read(self, piece: bytes) -> Iterator[tuple[int, int, bytes, int]]:
        """Yield type, length, and where the body begins in which bytes: 12 of them are there."""
        data, place = self._rest + piece[self._skip :], 0
        self._skip = max(0, self._skip - len(piece))
        near = len(data) - _HEAD - _NEEDED
        while True:
            if place <= near and data[place] < _MORE and data[place + 1] < _MORE:
                kind, size, begin = data[place], data[place + 1], place + 2
            elif (head := _read_head(data, place)) is not None:
                kind, size, begin = head
            else:
                break
            if begin + min(size, _NEEDED) > len(data):
                break
            yield kind, size, data, begin
            place = begin + size
        self._skip += max(0, place - len(data))
        self._rest = data[place:]


def _read_head(data: bytes, place: int) -> tuple[int, int, int] | None:
    """Return type, length and where the body begins; null when the head is not there yet."""
    end = len(data)
    if place + 2 > end:
        return None
    kind = data[place]
    place += 1
    if kind & _MORE:
        kind = (kind & 0x7F) | (data[place] & 0x7F) << 7
        place += 1
    size = 0
    for shift in range(0, 28, 7):
        if place >= end:
            return None
        size |= (data[place] & 0x7F) << shift
        place += 1
        if not data[place - 1] & _MORE:
            break
    return kind, size, place


class BinaryStrings:
    """The strings that the cells of an xlsb workbook share: how long each is."""

    def __init__(self) -> None:
        """Begin before the first string."""
        self._records = Records()
        self._lengths: list[int] = []
        self._known = np.zeros(0, np.int64)
        self._is_counting = False
        self._text = Text()

    def add(self, piece: bytes) -> None:
        """Take the next piece of the part that holds them.

        Args:
            piece: Unpacked bytes that follow those before.

        Raises:
            Unreadable: one string, or all of them, are too long.
        """
        first = len(self._lengths)
        for kind, size, data, begin in self._records.read(piece):
            if kind == _STRING and self._is_counting:
                self._lengths.append(_measure_string(data, begin + 1, size - 1))
            elif kind in (_BEGIN_STRINGS, _END_FUTURE):
                self._is_counting = True
            elif kind == _BEGIN_FUTURE:
                self._is_counting = False
        self._text.add(sum(self._lengths[first:]))

    def measure(self, used: list[int]) -> int:
        """Return how many bytes of text the strings of these numbers take."""
        if len(self._known) != len(self._lengths):
            self._known = np.array(self._lengths, np.int64)
        numbers = np.array(used, np.int64)
        return int(self._known[numbers[numbers < len(self._known)]].sum())


def _measure_string(data: bytes, place: int, size: int) -> int:
    """Return the bytes of a string: as many as it says, no more than its record has.

    Raises:
        Unreadable: it is longer than a cell can hold.
    """
    length = min(int.from_bytes(data[place : place + 4], "little") * _WIDE, max(0, size - 4))
    refuse_long_cell(length // _WIDE)
    return length


class BinaryExtent(Extent):
    """A sheet of an xlsb workbook."""

    def __init__(self, strings: BinaryStrings) -> None:
        """Begin before the records of the cells, which take their strings from these."""
        super().__init__()
        self._records = Records()
        self._strings = strings
        self._text = Text()
        self._inside = False

    def add(self, piece: bytes) -> None:
        """Take note of the row headers, the cells, and what text is in them."""
        used: list[int] = []
        own = 0
        for kind, size, data, begin in self._records.read(piece):
            if kind in (_BEGIN_DATA, _END_DATA):
                self._inside = kind == _BEGIN_DATA
            elif not self._inside:
                continue
            elif kind == _ROW_HEADER:
                row = int.from_bytes(data[begin : begin + 4], "little")
                self.row = max(self.row, row + 1)
            elif kind in _CELLS:
                column, number = _CELL(data, begin)
                if column >= self.column:
                    self.column = column + 1
                if kind == _SHARED_TEXT:
                    used.append(number)
                elif kind in (_OWN_TEXT, _FORMULA_TEXT):
                    own += _measure_string(data, begin + 8, size - 8)
        self._text.add(own + self._strings.measure(used))
        self.refuse_far()
