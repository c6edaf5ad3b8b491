"""A package is what its venue signed, of a venue that is known, and goes on from our chain."""

import pyarrow as pa
import pytest

from kasipkor_core.errors import Damaged, NotFound, Refused
from kasipkor_core.store import find_lent, pack_venue, read_head
from kasipkor_core.store.venues.laying import NUMBERS, OWN_WAY
from kasipkor_core.store.venues.package import read_package, write_package
from tests import ready, venues
from tests.giving import REPUBLIC, give
from tests.venues import lend, merge, pack

office = ready.lend("venue-office", venues.begin)


def mark(store, total):
    give(store, f"entry,judge,total\na,J1,{total}\n", kind="scores", contest=REPUBLIC)


def change_bytes(data, parts):
    """Yield a package with one bit changed, in as many places as parts."""
    for place in range(len(data) // parts, len(data), len(data) // parts):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_changed_byte_anywhere_in_a_sealed_package_is_found_and_nothing_is_written(
    office, tmp_path
):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    sealed = pack(venue)
    for changed in (*change_bytes(sealed, 7), sealed[:-9]):
        with pytest.raises((Damaged, Refused)):
            merge(office, changed)

    assert read_head(office) == 2


def test_a_changed_byte_of_an_open_package_is_found_or_changes_nothing_that_it_says(
    office, tmp_path
):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    data = pack_venue(venue, now=venues.now(), is_open=True)
    said, refused = read_package(data, office_secret=None), 0
    for changed in change_bytes(data, 300):
        try:
            read = read_package(changed, office_secret=None)
        except (Damaged, Refused):
            refused += 1
        else:  # a byte of the zip's own, such as an hour
            assert (read.manifest, read.tables) == (said.manifest, said.tables)

    assert refused > 200


@pytest.mark.long
def test_a_key_that_nobody_here_knows_is_asked_about(office, tmp_path):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    office.connection.execute("delete from app.venue")
    data, key = pack(venue), find_lent(venue).public_key
    with pytest.raises(NotFound, match=key):
        merge(office, data)
    with pytest.raises(Refused, match="not with the one you trust"):
        merge(office, data, trusted="0" * 64)
    merged = merge(office, data, trusted=key[:16])

    assert (merged.batch_no, merge(office, data).batch_no) == (3, None)


@pytest.mark.long
def test_a_copy_of_another_ledger_is_refused(office, tmp_path):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    stranger = ready.open_ready()
    venues.begin(stranger)
    data = pack_venue(venue, now=venues.now(), is_open=True)
    with pytest.raises(Refused, match="was not made of this ledger"):
        merge(stranger, data, trusted=find_lent(venue).public_key)
    stranger.close()


@pytest.mark.long
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("ledger.batch", "actor", ["somebody else"]), "its chain is broken"),
        (("result", "place", [2, 1]), "does not stand here as it stood at the venue"),
    ],
)
def test_what_the_chain_or_our_own_reckoning_contradicts_is_refused_whoever_signed_it(
    office, tmp_path, change, said
):
    venue = lend(office, tmp_path)
    mark(venue, 90)
    lent = find_lent(venue)
    package = read_package(pack_venue(venue, now=venues.now(), is_open=True), office_secret=None)
    name, column, values = change
    table = package.tables[name]
    place, given = table.schema.get_field_index(column), values[: table.num_rows]
    cells = pa.array(given, table.schema.field(column).type)
    changed = package.tables | {name: table.set_column(place, column, cells)}
    data = write_package(package.manifest, changed, secret=lent.secret, office_key=None)

    with pytest.raises(Damaged, match=said):
        merge(office, data)
    assert read_head(office) == 2


@pytest.mark.long
def test_a_venue_that_was_brought_back_and_went_on_otherwise_is_refused(office, tmp_path):
    venue = lend(office, tmp_path)
    earlier = ready.open_copy(ready.keep(venue, tmp_path / "earlier.duckdb"))
    mark(venue, 90)
    merge(office, pack(venue))
    mark(earlier, 80)

    with pytest.raises(Damaged, match="brought back to an older state"):
        merge(office, pack(earlier))
    assert read_head(office) == 4


def test_every_number_of_a_fact_is_one_that_a_merge_translates(office):
    rows = office.cursor().execute(
        "select table_name, column_name from duckdb_columns() where schema_name = 'ledger'"
    )
    numbers = {
        (table, column)
        for table, column in rows.fetchall()
        if column.endswith("_no") and table not in OWN_WAY
    }

    assert {one for one in numbers if one[1] not in NUMBERS} == set()
    assert ("mark", "entry_no") in numbers
