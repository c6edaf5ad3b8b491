"""The container of xls workbooks: checked before it is opened, so that nothing breaks inside."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_END = 0xFFFFFFFA
_HEADER = 512
_ENTRY = 128
_SMALL = 4096
_ROOT, _STREAM = 5, 2


class BrokenOleError(ValueError):
    """The container contradicts itself."""


@dataclass(frozen=True)
class Entry:
    """One stream of a container.

    Attributes:
        name: Its name.
        kind: 2 for a stream, 5 for the root.
        start: First sector.
        size: Bytes.
    """

    name: str
    kind: int
    start: int
    size: int


class Container:
    """An OLE container and its streams."""

    def __init__(self, data: bytes) -> None:
        """Read the tables of sectors and the directory.

        Raises:
            BrokenOleError: they point outside the file or in circles.
        """
        if len(data) < _HEADER:
            raise BrokenOleError
        self._data = data
        shift, small = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small != 6:  # noqa: PLR2004 - the two sizes there are
            raise BrokenOleError
        self._size = 1 << shift
        first, minis, mini_count, further, count = struct.unpack_from("<I8xIIII", data, 48)
        self._fat = self._read_fat(further, count)
        self._mini_fat = _numbers(self._chain(minis)) if mini_count else ()
        self.entries = list(_list_entries(self._chain(first)))
        root = next((entry for entry in self.entries if entry.kind == _ROOT), None)
        self._mini = self._chain(root.start) if root and root.size else b""

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        piece = self._data[begin : begin + self._size]
        if not piece:
            raise BrokenOleError
        return piece

    def _read_fat(self, further: int, count: int) -> tuple[int, ...]:
        """Return which sector follows which; the list of such tables may go on in the file."""
        tables = list(struct.unpack_from("<109I", self._data, 76))
        most = len(self._data) // self._size + 1
        while count and further < _END:
            numbers = _numbers(self._sector(further))
            tables += numbers[:-1]
            further, count = numbers[-1], count - 1
            if len(tables) > most + 109 + self._size:
                raise BrokenOleError
        return tuple(n for table in tables if table < _END for n in _numbers(self._sector(table)))

    def _chain(self, number: int) -> bytes:
        pieces = []
        while number < _END:
            pieces.append(self._sector(number))
            if number >= len(self._fat) or len(pieces) > len(self._fat):
                raise BrokenOleError
            number = self._fat[number]
        return b"".join(pieces)

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a stream.

        Raises:
            BrokenOleError: it is shorter than the directory says.
        """
        data = self._chain(entry.start) if entry.size >= _SMALL else self._read_mini(entry.start)
        if len(data) < entry.size:
            raise BrokenOleError
        return data[: entry.size]

    def _read_mini(self, number: int) -> bytes:
        pieces = []
        while number < _END:
            pieces.append(self._mini[number * 64 : number * 64 + 64])
            if number >= len(self._mini_fat) or len(pieces) > len(self._mini_fat):
                raise BrokenOleError
            number = self._mini_fat[number]
        return b"".join(pieces)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _list_entries(directory: bytes) -> Iterator[Entry]:
    if len(directory) % _ENTRY:
        raise BrokenOleError
    for begin in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, begin + 64)
        start, size = struct.unpack_from("<II", directory, begin + 116)
        if kind in (_ROOT, _STREAM):
            name = directory[begin : begin + max(0, min(length, 64) - 2)]
            yield Entry(name.decode("utf-16-le", "replace"), kind, start, size)
