"""A decision about names goes on with its entry: the view against the rule, told level by level."""

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core import house

TABLES = """
    create schema fact; create schema score; create schema ledger; create schema tally;
    create table ledger.decision as
    select 0 as contest_no, 0 as batch_no, 0 as source_row, 0 as entry_no, '' as kind, '' as value
    limit 0;
    create table tally.span as
    select 0 as contest_no, 0 as batch_no, 0 as first_batch_no, 0 as last_batch_no limit 0;
    create table ledger.entry_origin as
    select 0 as contest_no, 0 as batch_no, 0 as entry_no, 0 as from_contest_no, 0 as from_entry_no
    limit 0;
    create table ledger.entry_fact as
    select 0 as contest_no, 0 as entry_no, 0 as batch_no limit 0;
    set variable as_of = 1000;
"""
FILES = ("macros/stricter_naming", "views/fact/naming", "views/fact/passed_naming")
LEVELS, ENTRIES, LAST = 4, 2, 2147483647
STRICT = ("full", "minors", "short")
LINKS = st.dictionaries(
    st.tuples(st.integers(2, LEVELS), st.integers(1, ENTRIES)), st.integers(1, ENTRIES)
)
DECIDED = st.lists(
    st.tuples(st.integers(1, LEVELS), st.integers(1, ENTRIES), st.sampled_from(STRICT)), max_size=8
)


@pytest.fixture(scope="module")
def con():
    """A database with the tables that the view reads, and nothing else."""
    with duckdb.connect() as opened:
        opened.execute(TABLES)
        for name in FILES:
            opened.execute((house.SQL / f"{name}.sql").read_text(encoding="utf-8"))
        yield opened


def lay(con, links, decided):
    """Lay links, one sheet a linked entry, and decisions one after the other."""
    for table in ("ledger.decision", "tally.span", "ledger.entry_origin", "ledger.entry_fact"):
        con.execute(f"delete from {table}")
    for (contest, entry), origin in links.items():
        values = [contest, contest * 10 + entry, entry, contest - 1, origin]
        con.execute("insert into ledger.entry_origin values (?, ?, ?, ?, ?)", values)
        con.execute("insert into ledger.entry_fact values (?, ?, ?)", [contest, entry, values[1]])
        con.execute("insert into tally.span values (?, ?, ?, ?)", [*values[:2], values[1], LAST])
    for number, (contest, entry, naming) in enumerate(decided, 100):
        values = [contest, number, None, entry, "names", naming]
        con.execute("insert into ledger.decision values (?, ?, ?, ?, ?, ?)", values)
        con.execute("insert into tally.span values (?, ?, ?, ?)", [contest, number, number, LAST])


def goes_on(own, below):
    """Say whether what comes from below makes names shorter than a newer look at them here did."""
    if below is None or own is None:
        return below is not None
    return below[0] > own[0] and STRICT.index(below[1]) > STRICT.index(own[1])


def find_below(links, own, contest, entry):
    """Return number and words of what comes to an entry from the level below."""
    origin = links.get((contest, entry))
    if origin is None:
        return None
    there = own.get((contest - 1, origin))
    below = find_below(links, own, contest - 1, origin)
    return below if goes_on(there, below) else there


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINKS, DECIDED)
def test_what_is_decided_goes_on_through_all_levels_until_a_newer_decision_there(
    con, links, decided
):
    lay(con, links, decided)
    own = {(contest, entry): (n, naming) for n, (contest, entry, naming) in enumerate(decided, 100)}
    below = {key: find_below(links, own, *key) for key in links}
    expected = {
        (*key, *said)
        for key, said in below.items()
        if goes_on(own.get(key), said) and said[1] != "full"
    }
    shown = con.execute(
        "select contest_no, entry_no, decided_batch_no, naming from fact.passed_naming"
    ).fetchall()

    assert sorted(shown) == sorted(expected)
