"""The stream of an xls workbook, measured before calamine makes cells of all its sheets at once."""

import struct
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kasipkor_core.reading import strings
from kasipkor_core.reading.extent import Extent
from kasipkor_core.reading.ole import BrokenOleError

_BEGIN, _END, _SHEET, _LOCK, _CONTINUED, _STRINGS = 0x0809, 0x000A, 0x0085, 0x002F, 0x003C, 0x00FC
_SHARED_TEXT, _FORMULA_TEXT, _SIZE = 0x00FD, 0x0207, 0x0200
_OWN_TEXT = (0x00D6, 0x0204)
# Records of cells: row and column are the first two numbers of each.
_CELLS = frozenset(
    {0x0006, 0x00BD, 0x00BE, 0x00D6, _SHARED_TEXT, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}
)
_PAIR = struct.Struct("<HH").unpack_from
_CELL = struct.Struct("<HH2xI").unpack_from  # row, column, number of the string
_STRING = struct.Struct("<HB")  # how many characters, and how it is written
_ALL = 1 << 32
_LEAST_CELL = 10  # bytes
_SHORT_SIZE = 10  # bytes, before Excel 97
_WIDE, _EXTRA, _RUNS = 1, 4, 8


def measure_stream(stream: bytes) -> bool:
    """Refuse a workbook whose sheets are more than memory can hold.

    Args:
        stream: The stream of the workbook, whole.

    Returns:
        Whether it is locked.

    Raises:
        BrokenOleError: sheets lie in each other, or the strings contradict themselves.
        Unreadable: too much text, or cells too far apart.
    """
    begins, parts, is_locked = _read_globals(stream)
    if is_locked:
        return True
    if parts and int.from_bytes(parts[0][4:8], "little") * _STRING.size > sum(map(len, parts)):
        raise BrokenOleError  # room would be made for as many as it says
    text, read, most = strings.Text(), 0, Extent()
    used: list[int] = []
    for begin in begins:
        sheet = _Sheet()
        read += sheet.read(stream, begin) - begin
        if read > len(stream):  # the same bytes would be read for sheet after sheet
            raise BrokenOleError
        used += sheet.used
        text.add(sheet.own)
        # All sheets are made at once: as if they lay below each other.
        most.column = max(most.column, sheet.column)
        most.row += sheet.row
        most.refuse_far()
    text.add(_measure_use(parts, used))
    return False


def _list_records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """Yield type, where the body begins, and its length."""
    while place + 4 <= len(stream):
        kind, size = _PAIR(stream, place)
        yield kind, place + 4, size
        place += 4 + size


def _read_globals(stream: bytes) -> tuple[list[int], list[bytes], bool]:
    """Return where the sheets begin, the records of the shared strings, and whether it is locked.

    Where the strings begin anew, the last ones count.
    """
    begins: list[int] = []
    parts: list[bytes] = []
    is_locked = goes_on = False
    for kind, begin, size in _list_records(stream, 0):
        body = begin, begin + size
        if kind == _SHEET:
            begins.append(int.from_bytes(stream[begin : begin + 4], "little"))
        elif kind == _STRINGS:
            parts = [stream[slice(*body)]]
        elif kind == _CONTINUED and goes_on:
            parts.append(stream[slice(*body)])
        is_locked = is_locked or kind == _LOCK
        goes_on = kind == _STRINGS or (kind == _CONTINUED and goes_on)
        if kind == _END:
            break
    return begins, parts, is_locked


def _measure_use(parts: Sequence[bytes], used: list[int]) -> int:
    """Return the bytes of the shared strings as often as cells use them, or a bound within reach.

    Strings used seldom cannot be too much whatever their lengths: only those before are measured,
    and they mostly come first.
    """
    size = sum(map(len, parts))
    if not size or not used:
        return 0
    count = int.from_bytes(parts[0][4:8], "little")
    numbers = np.array(used, np.int64)
    uses = np.bincount(numbers[numbers < count], minlength=count)
    often = np.flatnonzero(uses * size > strings.MOST_TEXT // 2)
    head = int(often[-1]) + 1 if len(often) else 0
    rest = int(uses[head:].max(initial=0)) * size
    bound = int((uses[:head] * _measure_strings(parts, head)).sum()) + rest
    if bound <= strings.MOST_TEXT:
        return bound
    return int((uses * _measure_strings(parts, count)).sum())


def _measure_strings(parts: Sequence[bytes], count: int) -> NDArray[np.int64]:
    """Return the bytes of each of the first strings; one may go on in the next part.

    Raises:
        BrokenOleError: there are fewer.
    """
    rest = iter(parts)
    part, place, lengths = next(rest), 8, []
    for _ in range(count):
        if place >= len(part):
            part, place = _next(rest), 0
        characters, written = _STRING.unpack_from(part, place)
        place += _STRING.size
        tail = 0  # what follows the characters
        if written & _RUNS:
            tail = 4 * int.from_bytes(part[place : place + 2], "little")
            place += 2
        if written & _EXTRA:
            tail += int.from_bytes(part[place : place + 4], "little")
            place += 4
        wide = 1 + (written & _WIDE)
        lengths.append(characters * wide)
        while characters * wide > len(part) - place:
            characters -= (len(part) - place) // wide
            part, place = _next(rest), 1
            wide = 1 + (part[0] & _WIDE)
        place += characters * wide + tail
        while place > len(part):
            place -= len(part)
            part = _next(rest)
    return np.array(lengths, np.int64)


def _next(parts: Iterator[bytes]) -> bytes:
    part = next(parts, b"")
    if not part:
        raise BrokenOleError
    return part


class _Sheet(Extent):
    """One sheet of the stream: how far it reaches, and what text is in its cells."""

    def __init__(self) -> None:
        """Begin with an empty sheet."""
        super().__init__()
        self.used: list[int] = []  # numbers of the shared strings
        self.own = 0  # bytes
        self._depth = 0

    def read(self, stream: bytes, place: int) -> int:
        """Take note of the cells from a place on; return where the sheet ends."""
        top = left = 0
        most = len(stream) - _LEAST_CELL
        while place < most:
            kind, size = _PAIR(stream, place)
            begin = place + 4
            place = begin + size
            if kind in _CELLS and begin <= most:
                row, column, number = _CELL(stream, begin)
                # Not max(): half of the time of this loop would be its calls.
                if row > top:  # noqa: PLR1730
                    top = row
                if column > left:  # noqa: PLR1730
                    left = column
                if kind == _SHARED_TEXT:
                    self.used.append(number)
                elif kind in _OWN_TEXT:
                    self.own += _read_length(stream, begin + 6)
            elif self._ends(kind, stream[begin:place]):
                break
        self.row, self.column = max(self.row, top + 1), max(self.column, left + 1)
        return place

    def _ends(self, kind: int, body: bytes) -> bool:
        """Take note of a record that is no cell; tell whether the sheet ends with it."""
        if kind == _FORMULA_TEXT:
            self.own += _read_length(body, 0)
        elif kind == _SIZE:
            self._take_size(body)
        self._depth += (kind == _BEGIN) - (kind == _END)
        return kind == _END and self._depth <= 0

    def _take_size(self, body: bytes) -> None:
        """Take note of how many cells the sheet says it has: room is made for as many."""
        form = "<IIHH" if len(body) > _SHORT_SIZE else "<HHHH"
        top, bottom, left, right = struct.unpack_from(form, body)
        if bottom and right:  # the last before the first: calamine counts around
            self.row = max(self.row, (bottom - top) % _ALL)
            self.column = max(self.column, (right - left) % _ALL)


def _read_length(stream: bytes, place: int) -> int:
    """Return how much room is made for a text, whatever length it has."""
    return int.from_bytes(stream[place : place + 2], "little") * 2
