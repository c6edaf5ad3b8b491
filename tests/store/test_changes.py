"""What a transaction changes, found before it is committed and done once more elsewhere."""

import pytest

from kasipkor_core.store.changes import list_changes, send_changes
from kasipkor_core.store.tables import list_tables
from tests.ready import open_ready

STOOD = """
    insert into app.notice (message_id, begun_at)
    select 'n' || number, timestamptz '2026-11-10 09:00:00+05' from range(6) as numbers (number);
    insert into private.name values (1, 's', 'Әлия', 'әлия'), (2, 't', 'Болат', 'болат');
    insert into tally.span values (1, 1, 1, 2147483647, null), (1, 2, 2, 2147483647, null);
    insert into ledger.entry values (1, 1, '01', 1);
"""
CHANGED = """
    insert into ledger.entry values (1, 2, '02', 2);
    insert into ledger.mark
        (contest_no, batch_no, entry_no, aspect, judge_no, mark)
        values (1, 2, 2, 'A1.M1', 0, 1.25), (1, 2, 2, 'A1.M2', 0, null);
    update tally.span set last_batch_no = 1 where batch_no = 1;
    delete from private.name where name_no = 1;
    delete from app.notice where message_id in ('n2', 'n4');
    update app.notice set sent_at = begun_at where message_id = 'n3';
    insert into app.notice (message_id, begun_at) select 'n9', timestamptz '2026-11-11 09:00:00+05';
    delete from app.notice where message_id = 'n9';
"""


@pytest.fixture
def both():
    opened = [open_ready(), open_ready()]
    for store in opened:
        store.connection.execute(STOOD)
    yield opened
    for store in opened:
        store.close()


def read_all(store):
    return {
        table.name: sorted(
            store.connection.execute(f"select row::varchar from {table.name} as row").fetchall()
        )
        for table in list_tables(store.connection)
    }


def test_what_a_transaction_changes_makes_another_ledger_the_same(both):
    here, there = both
    before = read_all(here)
    cursor = here.cursor()
    cursor.execute("begin")
    cursor.execute(CHANGED)

    changes = list_changes(cursor, here.connection, list_tables(here.connection))
    other = there.cursor()
    send_changes(other, changes)
    cursor.execute("commit")

    assert {change.table.name for change in changes} == {
        "app.notice",
        "ledger.entry",
        "ledger.mark",
        "private.name",
        "tally.span",
    }
    assert read_all(here) != before
    assert read_all(there) == read_all(here)


def test_a_transaction_that_changes_nothing_has_no_changes(both):
    cursor = both[0].cursor()
    cursor.execute("begin")
    cursor.execute("update app.notice set sent_at = null")
    cursor.execute("insert into app.notice (message_id, begun_at) values ('n9', now())")
    cursor.execute("delete from app.notice where message_id = 'n9'")

    assert list_changes(cursor, both[0].connection, list_tables(both[0].connection)) == []
    cursor.execute("rollback")
