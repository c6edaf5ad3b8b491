"""Puts the facts of the second engine's cases into a ledger in memory, many rows at once."""

from dataclasses import asdict

import pyarrow as pa

_POINTS = pa.decimal128(9, 3)
_TYPES = {
    "contest_no": pa.int32(),
    "batch_no": pa.int32(),
    "source_row": pa.int32(),
    "entry_no": pa.int32(),
    "judge_no": pa.int32(),
    "scale": pa.int32(),
    "aspect": pa.string(),
    "criterion": pa.string(),
    "kind": pa.string(),
    "sub_criterion": pa.string(),
    "max_mark": _POINTS,
    "mark": _POINTS,
    "points": _POINTS,
    "region": pa.string(),
    "status": pa.string(),
    "is_guest": pa.bool_(),
    "personal_digest": pa.string(),
    "name_no": pa.int64(),
    "entry": pa.string(),
}


def lay_facts(ledger, facts, *, contest_no, ruleset, **contest):
    """Lay one contest and tally it."""
    ledger.lay_contest(ruleset, contest_no, is_archive=facts.is_archive, **contest)
    _lay_entries(ledger, facts.entries, contest_no)
    _lay(
        ledger,
        "aspect",
        [asdict(row) | {"sub_criterion": "A1"} for row in facts.aspects],
        contest_no,
    )
    _lay(ledger, "mark", [asdict(row) for row in facts.marks], contest_no)
    _lay(ledger, "score", [asdict(row) for row in facts.scores], contest_no)
    _lay(ledger, "scale_score", [asdict(row) for row in facts.scale_scores], contest_no)
    for decision in facts.decisions:
        ledger.decide(
            decision.kind, decision.value, entry_no=decision.entry_no, contest_no=contest_no
        )
    ledger.tally(contest_no)


def _lay_entries(ledger, entries, contest_no):
    private = {"name_no": 0, "personal_digest": ""}
    _lay(ledger, "entry_fact", [asdict(row) | private for row in entries], contest_no)
    ledger.show_entries()
    names = [
        {"contest_no": contest_no, "entry_no": row.entry_no, "entry": f"e{row.entry_no}"}
        for row in entries
    ]
    _insert(ledger, "entry", names)


def _lay(ledger, table, rows, contest_no):
    """Lay rows as one batch: the first as the kit does it, which opens the batch."""
    if not rows:
        return
    batch_no = ledger.lay(table, rows[0] | {"contest_no": contest_no})
    known = {"contest_no": contest_no, "batch_no": batch_no}
    _insert(ledger, table, [row | known | {"source_row": n} for n, row in enumerate(rows[1:], 2)])


def _insert(ledger, table, rows):
    if not rows:
        return
    types = pa.schema([(name, _TYPES[name]) for name in rows[0]])
    ledger.con.register("rows_to_lay", pa.Table.from_pylist(rows, schema=types))
    ledger.con.execute(f"insert into ledger.{table} by name select * from rows_to_lay")
    ledger.con.unregister("rows_to_lay")
