"""Contests of Best Professionals, laid straight into a ledger in memory."""

from tests.kit import Ledger, vary

RULESET = "best-professionals-2022"
SHEET = ('sheet = "single_total"  # BP-Q03', 'sheet = "bp_default"  # BP-Q03')
CRITERIA = ("content", "beauty", "quality")


def contest(*totals, variants=(), **columns):
    """Put a contest of bare totals: a number, or one a judge, for each entry; None: no marks."""
    ledger = Ledger(*variants)
    lay_totals(ledger, 1, *totals, variants=variants, **columns)
    return ledger


def lay_totals(ledger, number, *totals, variants=(), **columns):
    ledger.lay_contest(f"{RULESET}-variant" if variants else RULESET, number, **columns)
    ledger.lay_entries(*({} for _ in totals), contest_no=number)
    rows = [
        {"contest_no": number, "entry_no": entry, "judge_no": judge, "points": points}
        for entry, given in enumerate(totals, 1)
        for judge, points in enumerate(given if isinstance(given, tuple) else (given,), 1)
        if given is not None
    ]
    ledger.lay("score", *rows)
    ledger.tally(number)


def sheet(*judges):
    """Put one entry marked by criteria: one row a judge."""
    ledger = Ledger(vary(RULESET, SHEET))
    ledger.lay_contest(f"{RULESET}-variant")
    ledger.lay_entries(1)
    ledger.lay(
        "score",
        *(
            {"entry_no": 1, "judge_no": judge, "criterion": criterion, "points": points}
            for judge, row in enumerate(judges, 1)
            for criterion, points in zip(CRITERIA, row, strict=True)
        ),
    )
    ledger.tally()
    return ledger


def column(ledger, name, contest_no=1):
    view = "mart.leaderboard"
    return list(ledger.column(view, name, contest_no=contest_no).values())


def problems(ledger):
    rows = ledger.read("select problem from mart.readiness where contest_no = 1 order by 1")
    return [row["problem"] for row in rows]


def papers(ledger):
    rows = ledger.read(
        "select kind, count(*) as n from mart.issuable where entry_no is not null group by kind"
    )
    return {row["kind"]: row["n"] for row in rows}


def seats(ledger):
    rows = ledger.read("select contest, entry, seat from mart.advancement order by all")
    return [tuple(row.values()) for row in rows]


def ask(ledger, sql, value):
    row = ledger.read(
        f"select {sql} as answer from ref.ruleset where ruleset like $name || '%' limit 1",
        name=RULESET,
        value=value,
    )
    return row[0]["answer"]
