"""Bytes to text: UTF-8, UTF-16, CP1251, KZ-1048, and KZ-1048 that was read as CP1251."""

import codecs
import re
from dataclasses import dataclass, replace

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.misread import has_wrong, repair_misread

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBE = 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MIXED = re.compile(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
_FOREIGN_WORD = re.compile(r"(?<![A-Za-z])[^\W\x00-\x7f]{2,}(?![A-Za-z])")


@dataclass(frozen=True)
class Decoded:
    """Text of a file.

    Attributes:
        text: The text without byte order mark.
        encoding: Python's name of the encoding.
        repaired: Whether Kazakh letters misread as CP1251 were put right.
        unsure: Whether letters stand in it that may be misread ones or a neighbour's own.
        damaged: How many bytes could not be read and stand as U+FFFD.
    """

    text: str
    encoding: str
    repaired: bool = False
    unsure: bool = False
    damaged: int = 0


def decode_text(data: bytes) -> Decoded:
    """Return the text of a file in whichever of the known encodings it is.

    Args:
        data: The whole file.

    Returns:
        The text, the encoding, and what had to be put right.

    Raises:
        Unreadable: the bytes are no text.
    """
    decoded = _replace_zeros(_decode(data))
    refuse_binary(decoded.text)
    if decoded.encoding == "kz1048":
        return decoded
    text, repaired, unsure = repair_misread(decoded.text)
    return replace(decoded, text=text, repaired=repaired, unsure=unsure)


def _replace_zeros(decoded: Decoded) -> Decoded:
    """Count a few zero bytes among letters as damaged; many are no text."""
    zeros = decoded.text.count("\x00")
    if not 0 < zeros * 20 <= len(decoded.text):
        return decoded
    text = decoded.text.replace("\x00", "\ufffd")
    return replace(decoded, text=text, damaged=decoded.damaged + zeros)


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    guess = _guess_wide(data)
    if guess:
        return _decode_as(data, guess)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, damaged=text.count("\ufffd"))


def _guess_wide(data: bytes) -> str:
    """Return utf-16-le or utf-16-be for text of two bytes a letter without a mark."""
    probe = data[: _PROBE & ~1]
    # Every blank, digit and end of line has a zero byte there.
    if len(probe) < 4 or probe.count(b"\x00") * 20 <= len(probe):  # noqa: PLR2004 - two letters
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = probe.decode(encoding, errors="replace")
        plain = sum(letter in " ,;\t\r\n\"'.0123456789" or letter.isalpha() for letter in text)
        if plain > 0.8 * len(text) and "\x00" not in text and text.count("\ufffd") <= 1:
            return encoding
    return ""


def _decode_broken(data: bytes) -> Decoded:
    """Return text that is no clean UTF-8: a few bytes are bad, or each byte is a letter."""
    text = data.decode("utf-8", errors="replace")
    bad, good = text.count("\ufffd"), len(data) - len(text)
    if good > 20 * bad:
        return Decoded(text, "utf-8", damaged=bad)
    return _decode_single(data)


def _decode_single(data: bytes) -> Decoded:
    text = data.decode("cp1251", errors="replace")
    if _is_western(text[:_PROBE]):
        return Decoded(data.decode("cp1252", errors="replace"), "cp1252")
    if has_wrong(text):
        kazakh = data.decode("kz1048", errors="replace")
        return Decoded(kazakh, "kz1048", damaged=kazakh.count("\ufffd"))
    return Decoded(text, "cp1251", damaged=text.count("\ufffd"))


def _is_western(text: str) -> bool:
    """Tell whether the letters above ASCII stand within Latin words, as in "café"."""
    mixed, foreign = len(_MIXED.findall(text)), len(_FOREIGN_WORD.findall(text))
    return mixed > 4 * foreign


def refuse_binary(text: str) -> None:
    """Refuse a text that begins with what no text has.

    Args:
        text: The text or its beginning.

    Raises:
        Unreadable: there are zero or control characters in it.
    """
    probe = text[:_PROBE]
    if "\x00" in probe or len(_CONTROL.findall(probe)) > len(probe) / 100:
        raise Unreadable(
            "This file is neither a workbook nor text. Save the sheet as XLSX or CSV and send that."
        )
