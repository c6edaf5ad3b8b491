"""How much text the cells of a workbook will hold, counted before anything makes cells of it."""

import html
import re

import numpy as np

from kasipkor_core.errors import Unreadable

LONGEST = 32_767  # characters that a cell of a sheet can hold
MOST_TEXT = 200_000_000  # bytes, as much as a file of text may have
_END = re.compile(rb"</(?:\w+:)?si\s*>|<(?:\w+:)?si\s*/>")
_TAG = re.compile(rb"<[^<>]*>")
_HIDING = (b"<!", b"\x00")
_USED = re.compile(rb"t=\"s\"[^>]*><(?:\w+:)?v>(\d{1,9})<")


def bomb(size: int) -> Unreadable:
    """Return the refusal of a workbook that is more than memory can hold."""
    return Unreadable(
        "This workbook unpacks to {megabytes} MB or more, too much to read. "
        "Send only the sheet with the table, saved as CSV.",
        megabytes=size // 1_000_000,
    )


def strip_tags(xml: bytes) -> bytes:
    """Return the text of a piece of XML."""
    return _TAG.sub(b"", xml)


def measure_text(xml: bytes) -> int:
    """Return the bytes of text in a piece of XML; taking its tags out would be slower."""
    letters = np.frombuffer(xml, np.uint8)
    brackets = np.flatnonzero((letters == ord("<")) | (letters == ord(">")))
    if not len(brackets):
        return len(xml)
    after = np.diff(brackets, append=len(xml)) - 1
    return int(brackets[0] + after[letters[brackets] == ord(">")].sum())


def refuse_long(text: bytes) -> None:
    """Refuse a cell's text that no sheet can hold.

    Args:
        text: The text in UTF-8, its signs written as XML has them.

    Raises:
        Unreadable: it is too long.
    """
    if len(text) > LONGEST:
        refuse_long_cell(len(html.unescape(text.decode("utf-8", "replace"))))


def refuse_long_cell(characters: int) -> None:
    """Refuse a cell of more characters than a sheet can hold.

    Raises:
        Unreadable: it has more.
    """
    if characters > LONGEST:
        raise Unreadable(
            "A cell of this workbook holds more than {limit} characters, more than a sheet can "
            "hold. Shorten the text of the cell and save the workbook again.",
            limit=LONGEST,
        )


class Text:
    """Bytes of text in the cells of one sheet so far."""

    def __init__(self) -> None:
        """Begin with an empty sheet."""
        self.size = 0

    def add(self, size: int) -> None:
        """Take note of more text.

        Raises:
            Unreadable: it is more than can be read.
        """
        self.size += size
        if self.size > MOST_TEXT:
            raise bomb(self.size)


class Strings:
    """The strings that the cells of an xlsx workbook share: how long each is."""

    def __init__(self) -> None:
        """Begin before the first string."""
        self.longest = 0
        self._lengths: list[int] = []
        self._known = np.zeros(0, np.int64)
        self._numbered = True
        self._open = b""
        self._rest = b""
        self._text = Text()

    def add(self, piece: bytes) -> None:
        """Take the next piece of the part that holds them.

        Args:
            piece: Unpacked bytes that follow those before.

        Raises:
            Unreadable: one string, or all of them, are too long.
        """
        data = self._rest + piece
        # A comment could hold what looks like the end of a string.
        self._numbered = self._numbered and not any(each in data for each in _HIDING)
        cut = data.rfind(b"<")
        whole = cut < 0 or b">" in data[cut:]
        self._rest = b"" if whole else data[cut:]
        text = strip_tags(_END.sub(b"\x00", data if whole else data[:cut]))
        *ended, self._open = (self._open + text).split(b"\x00")
        for each in ended:
            refuse_long(each)
        refuse_long(self._open)
        self._text.add(sum(map(len, ended)))
        self._lengths.extend(map(len, ended))
        self.longest = max(self.longest, len(self._open), *map(len, ended))

    def measure(self, sheet: bytes) -> int:
        """Return how many bytes of text the cells in a piece of a sheet take from here.

        A cell that is not written as all programs write it counts as the longest string.
        """
        uses = sheet.count(b'"s"') + sheet.count(b"'s'")
        if not self.longest or not uses:
            return 0
        if not self._numbered:
            return uses * self.longest
        if len(self._known) != len(self._lengths):
            self._known = np.array(self._lengths, np.int64)
        used = np.array(_USED.findall(sheet), "S9").astype(np.int64)
        inside = used[used < len(self._known)]
        return int(self._known[inside].sum()) + max(0, uses - len(used)) * self.longest
