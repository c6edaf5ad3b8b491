"""Unpacking what came from elsewhere: the files and tables of a package, each within bounds.

Nothing is unpacked before its names and declared sizes are looked at, and nothing beyond them. The
tables are neither packed nor folded inside (one value that stands for a million rows): that is for
the zip alone, whose sizes can be counted.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from kasipkor_core.errors import Refused

_MOST_FILES = 200
_MOST_BYTES = 2_000_000_000
_MOST_SAID = 1_000_000  # bytes of the list of files
_MOST_CELLS = 250_000_000  # two million marks are 40 million
_ROWS = 4096
_NAME = re.compile(r"manifest\.(json|sig)|[a-z_]+(\.[a-z_]+)?\.parquet")
_WAYS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_PLAIN = frozenset({"PLAIN", "RLE", "BIT_PACKED"})  # of these the latter two tell where nulls are


def refuse_unsafe(source: zipfile.ZipFile) -> None:
    """Refuse an archive that is more than memory can hold, or holds what no venue packs.

    Raises:
        Refused: too many files or bytes, another name, one name twice, another way of packing.
    """
    members = source.infolist()
    said = sum(one.file_size for one in members if one.filename.startswith("manifest."))
    size = sum(one.file_size for one in members)
    if len(members) > _MOST_FILES or said > _MOST_SAID or size > _MOST_BYTES:
        raise _too_much()
    seen: set[str] = set()
    for one in members:
        name = one.filename
        if name in seen or not _NAME.fullmatch(name) or one.compress_type not in _WAYS:
            shown = "".join(sign if sign.isprintable() else "?" for sign in name[:60])
            raise Refused(
                "No venue packs {name} like this, or packs it twice. Do not merge this package; "
                "ask the venue for its own.",
                name=shown,
            )
        seen.add(name)


def read_file(source: zipfile.ZipFile, name: str) -> bytes:
    """Return a file of an archive, as far as its declared size: the rest is never unpacked.

    Raises:
        KeyError: there is none of this name.
        zipfile.BadZipFile: it is not as long as declared, or a byte of it was changed.
    """
    declared = source.getinfo(name).file_size
    with source.open(name) as file:
        return file.read(declared)


def write_table(table: pa.Table) -> bytes:
    """Return a table as plain Parquet, to be packed by the zip around it."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="none", use_dictionary=False)
    return sink.getvalue()


def read_tables(files: Mapping[str, bytes]) -> dict[str, pa.Table]:
    """Return the tables of Parquet files by their names, counted while they are read.

    Raises:
        Refused: more rows than such a file can hold, more than memory can, or a file that is
            packed or folded inside.
    """
    opened = {name: pq.ParquetFile(io.BytesIO(body)) for name, body in files.items()}
    shapes = {name: one.metadata for name, one in opened.items()}
    cells = sum(shape.num_rows * shape.num_columns for shape in shapes.values())
    if cells > _MOST_CELLS:
        raise _too_much()
    if not all(_is_plain(shape) for shape in shapes.values()):
        raise Refused("The package was made by another version of Kasipkor. Bring both to one.")
    tables, size = {}, 0
    for name, file in opened.items():
        batches = []
        for batch in file.iter_batches(_ROWS):
            size += batch.nbytes
            if size > _MOST_BYTES:
                raise _too_much()
            batches.append(batch)
        tables[name] = pa.Table.from_batches(batches, file.schema_arrow)
    return tables


def _is_plain(shape: pq.FileMetaData) -> bool:
    return all(
        chunk.compression == "UNCOMPRESSED"
        and not chunk.has_dictionary_page
        and _PLAIN.issuperset(chunk.encodings)
        for chunk in _list_chunks(shape)
    )


def _list_chunks(shape: pq.FileMetaData) -> Iterator[pq.ColumnChunkMetaData]:
    for place in range(shape.num_row_groups):
        group = shape.row_group(place)
        yield from (group.column(number) for number in range(group.num_columns))


def _too_much() -> Refused:
    return Refused(
        "The package unpacks to more than {megabytes} MB or to more files than a venue packs. Do "
        "not merge it; ask the venue what is in it.",
        megabytes=_MOST_BYTES // 1_000_000,
    )
