"""Draws: the view against the second engine, and what followed from them.

A tie has the award that was recorded with the seed, a draw of workplaces a workplace for everybody.
"""

from collections.abc import Iterator

import duckdb

from kasipkor_core.recount.draw import commit_to, draw_entries, give_workplaces, number_entry
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.differences import Row, read_rows

_DRAWS = """
    select
        contest, purpose, batch_no, reveal_batch_no, commitment, chain_sha256, seed,
        list(struct_pack(entry := entry, number := number, drawn := drawn)) as entries
    from mart.draws
    group by contest, purpose, batch_no, reveal_batch_no, commitment, chain_sha256, seed
    order by contest, batch_no
"""
_AWARDED = """
    select entry.entry
    from fact.decision as decision
    inner join fact.contest as contest on contest.contest_no = decision.contest_no
    inner join fact.entry as entry
        on entry.contest_no = decision.contest_no
        and entry.entry_no = decision.entry_no
    where
        contest.contest = $contest
        and decision.batch_no = $batch_no
        and decision.kind = 'award'
    order by entry.entry
"""
_GIVEN = """
    select entry, workplace
    from mart.workplaces
    where contest = $contest and batch_no = $batch_no
"""
_LATER = """
    select coalesce(bool_or(batch_no > $batch_no and drawn is not null), false)
    from mart.draws
    where contest = $contest and purpose = 'workplace'
"""


def compare_draws(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where a draw is not what its seed draws.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        docs/draw.md.
    """
    draws = read_rows(cursor, _DRAWS)
    return [difference for draw in draws for difference in _compare(cursor, draw)]


def _compare(cursor: duckdb.DuckDBPyConnection, draw: Row) -> Iterator[Difference]:
    key, seed = (draw["contest"], draw["batch_no"]), draw["seed"]
    if seed is None:
        return
    if commit_to(seed) != draw["commitment"]:
        yield Difference(*key, "draws.seed", commit_to(seed), draw["commitment"])
        return
    source = (seed, draw["chain_sha256"], draw["contest"])
    order = draw_entries(*source, [one["entry"] for one in draw["entries"]])
    for one in draw["entries"]:
        number, place = number_entry(*source, one["entry"]), order.index(one["entry"]) + 1
        if (one["number"], one["drawn"]) != (number, place):
            yield Difference(*key, f"draws.{one['entry']}", one["drawn"], place)
    follow = _compare_awards if draw["purpose"] == "tie" else _compare_workplaces
    yield from follow(cursor, draw, [one["entry"] for one in draw["entries"]])


def _compare_awards(
    cursor: duckdb.DuckDBPyConnection, draw: Row, entries: list[str]
) -> Iterator[Difference]:
    order = draw_entries(draw["seed"], draw["chain_sha256"], draw["contest"], entries)
    params = {"contest": draw["contest"], "batch_no": draw["reveal_batch_no"]}
    awarded = [entry for (entry,) in cursor.execute(_AWARDED, params).fetchall()]
    if not awarded or awarded != sorted(order[: len(awarded)]):
        yield Difference(draw["contest"], draw["batch_no"], "draws.award", awarded, order)


def _compare_workplaces(
    cursor: duckdb.DuckDBPyConnection, draw: Row, entries: list[str]
) -> Iterator[Difference]:
    params = {"contest": draw["contest"], "batch_no": draw["batch_no"]}
    if cursor.execute(_LATER, params).fetchall() == [(True,)]:
        return  # a later one holds
    given = dict(cursor.execute(_GIVEN, params).fetchall())
    due = give_workplaces(draw["seed"], draw["chain_sha256"], draw["contest"], entries)
    if given != due:
        yield Difference(draw["contest"], draw["batch_no"], "workplaces", given, due)
