"""A package is a zip from elsewhere: what would fill the memory or the disk is refused unread."""

import base64
import hashlib
import io
import json
import tracemalloc
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kasipkor_core.errors import Damaged, Refused
from kasipkor_core.store.venues.package import draw_keys, read_package
from kasipkor_core.store.venues.unpacking import write_table

ODD = "No venue packs"
MUCH = "unpacks to more than 2000 MB"
VERSION = "made by another version"
ZEROS = bytes(30_000_000)
GOOD = write_table(pa.table({"batch_no": [1, 2]}))


def sign(*files, change=None):
    """Return a package of files that its own key has signed, as a stranger can make it."""
    secret, public = draw_keys()
    named = dict.fromkeys(
        (
            *("venue", "base_sha256", "head_sha256", "migration"),
            *("base_batch_no", "head_batch_no", "exported_at_us"),
        ),
        1,
    )
    hashes = {name: hashlib.sha256(body).hexdigest() for name, body in files}
    said = json.dumps({"kasipkor_package": 1, **named, "public_key": public, "files": hashes})
    signature = Ed25519PrivateKey.from_private_bytes(secret).sign(said.encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("manifest.json", said)
        target.writestr("manifest.sig", base64.b64encode(signature))
        for name, body in files:
            target.writestr(name, body)
        if change:
            change(target)  # the directory at the end is not written yet
    return packed.getvalue()


def read(data):
    return read_package(data, office_secret=None)


def declare(size):
    """Return what makes the directory of an archive lie about its last member."""

    def change(target):
        target.filelist[-1].file_size = size

    return change


def pack_parquet(table, **options):
    sink = io.BytesIO()
    pq.write_table(table, sink, **options)
    return sink.getvalue()


def test_what_a_stranger_signs_in_the_right_form_is_read():
    package = read(sign(("ledger.mark.parquet", GOOD)))

    assert package.tables["ledger.mark"].to_pydict() == {"batch_no": [1, 2]}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "files",
    [
        ["../../home/office/.profile"],
        ["/etc/cron.d/office"],
        ["..\\office.parquet"],
        ["C:\\office.parquet"],
        ["ledger/mark.parquet"],
        ["ledger.mark.parquet/"],
        ["ledger.mark.parquet\n"],
        ["ledger.mark.parquet", "ledger.mark.parquet"],
        ["manifest.json"],
    ],
)
def test_a_name_that_leads_elsewhere_or_stands_twice_is_refused(files):
    with pytest.raises(Refused, match=ODD):
        read(sign(*((name, GOOD) for name in files)))


def test_more_files_than_a_ledger_has_tables_are_refused():
    names = (f"a{'b' * number}.parquet" for number in range(200))
    with pytest.raises(Refused, match=MUCH):
        read(sign(*((name, b"") for name in names)))


def test_a_way_of_packing_that_cannot_be_counted_is_refused():
    data = sign(
        change=lambda target: target.writestr("ledger.mark.parquet", GOOD, zipfile.ZIP_LZMA)
    )
    with pytest.raises(Refused, match=ODD):
        read(data)


@pytest.mark.parametrize(
    ("declared", "error", "said"), [(3_000_000_000, Refused, MUCH), (1000, Damaged, "changed")]
)
def test_a_bomb_is_refused_by_what_it_declares_and_gives_no_more_than_that(declared, error, said):
    data = sign(("ledger.mark.parquet", ZEROS), change=declare(declared))
    tracemalloc.start()
    with pytest.raises(error, match=said):
        read(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 5_000_000


def test_a_list_of_files_that_is_itself_a_bomb_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("manifest.json", b"[" * 5_000_000)
    with pytest.raises(Refused, match=MUCH):
        read(packed.getvalue())


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        ({"a": ["x" * 1000] * 10_000}, {"compression": "zstd", "use_dictionary": False}, VERSION),
        ({"a": ["x" * 1000] * 10_000}, {"compression": "none"}, VERSION),
        (
            {"a": ["x" * 1000] * 10_000},
            {
                "compression": "none",
                "use_dictionary": False,
                "column_encoding": "DELTA_BYTE_ARRAY",
            },
            VERSION,
        ),
        (
            {f"c{number}": pa.nulls(2_600_000, pa.int8()) for number in range(100)},
            {"compression": "none", "use_dictionary": False},
            MUCH,
        ),
    ],
    ids=["packed inside", "a dictionary", "a prefix of all rows", "rows of nothing"],
)
def test_a_table_that_is_small_only_as_a_file_is_refused(table, options, said):
    body = pack_parquet(pa.table(table), **options)
    with pytest.raises(Refused, match=said):
        read(sign(("ledger.mark.parquet", body)))
