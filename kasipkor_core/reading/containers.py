"""What a file is by its first bytes, and whether a workbook can be opened without harm."""

import io
import re
import struct
import zipfile
import zlib
from typing import NamedTuple

from kasipkor_core.errors import Unreadable
from kasipkor_core.reading.biff import measure_stream
from kasipkor_core.reading.binary import BinaryExtent, BinaryStrings
from kasipkor_core.reading.extent import Extent, OdsExtent, XmlExtent
from kasipkor_core.reading.ole import BrokenOleError, Container
from kasipkor_core.reading.strings import Strings, bomb

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_UNPACKED = 1_500_000_000
_MOST_MEMBERS = 20_000
_PIECE = 1 << 22
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    EOFError,
    KeyError,
    OverflowError,
    RuntimeError,
)
_FOREIGN = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM6", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"PK\x05\x06", "ZIP"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
)
_BINARY_SHEETS = ("xl/worksheets/", "xl/chartsheets/", "xl/dialogsheets/")  # of xlsb
_MARKUP = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml|<table|<head|<body)", re.IGNORECASE)


class Shared(NamedTuple):
    """The strings that the cells share, as each of the two kinds of workbooks writes them."""

    xml: Strings
    binary: BinaryStrings


Measure = Extent | Strings | BinaryStrings


def is_workbook(data: bytes) -> bool:
    """Tell whether the bytes are a workbook's container."""
    return data.startswith((_ZIP, _OLE))


def refuse_foreign(data: bytes, name: str) -> None:
    """Refuse files of kinds that are no sheets, whatever their name says.

    Args:
        data: The whole file.
        name: The file's name, for the message.

    Raises:
        Unreadable: it is a PDF, a picture, an archive, a web page.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")  # a PDF may begin after blank lines
    kind = next((kind for mark, kind in _FOREIGN if head.startswith(mark)), "")
    if not kind and _MARKUP.match(head):
        kind = "HTML/XML"
    if kind:
        raise Unreadable(
            "{name} is a {kind} file, not a sheet. "
            "Open it in a spreadsheet program, save it as XLSX or CSV and send that.",
            name=name or "This",
            kind=kind,
        )


def refuse_unsafe(data: bytes) -> None:
    """Refuse a workbook that is locked, cut off, or would unpack to more than memory can hold.

    Args:
        data: The whole file; a workbook's container.

    Raises:
        Unreadable: with what is wrong and what to do.
    """
    if data.startswith(_OLE):
        _refuse_unsafe_ole(data)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_unsafe_zip(data, archive)
    except BROKEN as error:
        raise cut_off() from error


def cut_off() -> Unreadable:
    """Return the refusal of a workbook that is broken or ends too early."""
    return Unreadable(
        "This workbook is damaged or was cut off in transfer. "
        "Open it, save it again as XLSX, and send the new file."
    )


def locked() -> Unreadable:
    """Return the refusal of a workbook that asks for a password."""
    return Unreadable(
        "This workbook is protected by a password. Save it without a password and send it again."
    )


def _refuse_unsafe_ole(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise locked()
    try:
        container = Container(data)
        books = [each for each in container.entries if each.name.lower() in ("workbook", "book")]
        are_locked = [measure_stream(container.read(each)) for each in books]
    except (BrokenOleError, struct.error) as error:
        raise cut_off() from error
    if not books:
        raise Unreadable(
            "This is an Office file but not a workbook. "
            "Save the table as XLSX or CSV and send that."
        )
    if any(are_locked):
        raise locked()


def _refuse_unsafe_zip(data: bytes, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members) or _is_locked_ods(archive):
        raise locked()
    declared = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or declared > _MOST_UNPACKED:
        raise bomb(declared)
    names = [member.filename for member in members]
    if not any(
        name in names for name in ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
    ) and (not any(name.endswith(("workbook.xml", "workbook.bin")) for name in names)):
        raise Unreadable(
            "This is an archive but not a workbook. "
            "Unpack it and send the sheet itself as XLSX or CSV."
        )
    is_binary = "xl/workbook.bin" in names
    twice = len({name.lower() for name in names}) < len(names)
    if twice or (is_binary and "xl/workbook.xml" in names):  # which of the two would be read?
        raise cut_off()
    unpacked, shared = 0, Shared(Strings(), BinaryStrings())
    for member in sorted(members, key=lambda each: not _is_strings(each.filename)):
        part = _choose_measure(member.filename, shared, is_binary=is_binary)
        unpacked += _measure(data, member, _MOST_UNPACKED - unpacked, part)


def _is_strings(name: str) -> bool:
    return name.lower().startswith("xl/sharedstrings.")


def _choose_measure(name: str, shared: Shared, *, is_binary: bool) -> Measure:
    """Return what measures a part of a workbook, by the part's name."""
    if _is_strings(name):
        return shared.binary if is_binary else shared.xml
    if is_binary:
        return BinaryExtent(shared.binary) if name.startswith(_BINARY_SHEETS) else Extent()
    if name == "content.xml":
        return OdsExtent()
    # The workbook says which parts are its sheets: they may lie anywhere.
    return XmlExtent(shared.xml, is_sheet=name.startswith("xl/worksheets/"))


def _is_locked_ods(archive: zipfile.ZipFile) -> bool:
    if "META-INF/manifest.xml" not in archive.namelist():
        return False
    with archive.open("META-INF/manifest.xml") as file:
        return b"encryption-data" in file.read(1 << 20)


def _measure(data: bytes, member: zipfile.ZipInfo, allowed: int, part: Measure) -> int:
    """Return the true size of a member of an archive, whatever its header declares."""
    header = data[member.header_offset : member.header_offset + 30]
    if len(header) < 30 or not header.startswith(_ZIP):  # noqa: PLR2004 - fixed by the format
        raise cut_off()
    skip = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    begin = member.header_offset + 30 + skip
    packed = memoryview(data)[begin : begin + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        for place in range(0, len(packed), _PIECE):
            part.add(bytes(packed[place : place + _PIECE]))
        return len(packed)
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise cut_off()
    return _inflate(packed, part, allowed)


def _inflate(packed: memoryview, part: Measure, allowed: int) -> int:
    """Return how much a member unpacks to, piece by piece, and look at the extent of sheets."""
    machine = zlib.decompressobj(-15)
    size = 0
    pending: bytes | memoryview = packed
    while pending and not machine.eof:
        try:
            piece = machine.decompress(pending, _PIECE)
        except zlib.error as error:
            raise cut_off() from error
        size += len(piece)
        if size > allowed:
            raise bomb(size)
        part.add(piece)
        pending = machine.unconsumed_tail
        if not piece:
            break
    return size
