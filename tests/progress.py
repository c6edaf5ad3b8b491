"""Facts of indicators and centres, laid straight into a ledger in memory."""

CHECKLIST = "competence-centre-2021"


def lay_values(ledger, *rows):
    """Put values of indicators; a row is a dict, or (indicator, numerator, denominator).

    Rows are of KZ-31 in 2022 unless they say otherwise; each year is a subject of its own.
    """
    named = [row if isinstance(row, dict) else _name(*row) for row in rows]
    for row in named:
        row.setdefault("contest_no", row.get("period", 2022))
    for contest_no in {row["contest_no"] for row in named}:
        _register(ledger, contest_no, f"indicators:{contest_no}")
    return ledger.lay("indicator_value", *named)


def lay_items(ledger, *rows, **shared):
    """Put items of a centre; a row is an item id, or a dict; ``shared`` columns go to all."""
    (checklist,) = ledger.read(
        "select ruleset_hash from ref.ruleset where ruleset = $name", name=CHECKLIST
    )
    named = [row if isinstance(row, dict) else {"item": row} for row in rows]
    _register(ledger, 1, "centres")
    return ledger.lay("centre_item", *(checklist | shared | row for row in named))


def _name(indicator, numerator, denominator=None, **columns):
    return {"indicator": indicator, "numerator": numerator, "denominator": denominator} | columns


def _register(ledger, contest_no, contest):
    ledger.con.execute(
        "insert into ledger.contest select $n, $name, 1"
        " where not exists (select 1 from ledger.contest where contest_no = $n)",
        {"n": contest_no, "name": contest},
    )
