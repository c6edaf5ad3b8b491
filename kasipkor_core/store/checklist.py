"""The checklist of a publication: asked by the writer, at the batch that is to be published."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import mark
from kasipkor_core.store.batch import Batch
from kasipkor_core.store.compare import compare_contests
from kasipkor_core.store.facts import ask_for
from kasipkor_core.store.standings import list_unlike_standings

_BLOCKS = """
    select contest_no, problem, number
    from mart.readiness
    where
        list_contains($contests, contest_no)
        and severity = 'error'
        and waived_by is null
    order by contest_no, problem
    limit 1
"""
_BATCHES = "select distinct batch_no from fact.batch where list_contains($contests, contest_no)"
_LOOK = "set variable as_of = $as_of::integer"
_WAIVABLE = {
    "experts_missing": mark(
        "{contest} cannot be published: {number} experts are missing. Name them, or record a "
        "waiver with the value experts_missing and its reason."
    ),
    "winner_undecided": mark(
        "{contest} cannot be published: {number} share the first place and the jury has not "
        "decided. Record its decision, or a waiver with the value winner_undecided and its reason."
    ),
    "not_decided": mark(
        "{contest} cannot be published: the jury has not decided about the awards. Record its "
        "decision, or a waiver with the value not_decided and its reason."
    ),
}


@contextmanager
def look_as_of(batch: Batch, as_of: int) -> Iterator[None]:
    """Read as of the batch that is to be published, for the length of a block.

    Raises:
        Refused: there is no such batch yet; what is written later would be public at once.
    """
    if not 0 < as_of < batch.batch_no:
        raise Refused(
            "There is no batch {batch_no} to publish; the newest is {head}.",
            batch_no=as_of,
            head=batch.batch_no - 1,
        )
    batch.cursor.execute(_LOOK, {"as_of": as_of})
    yield
    batch.cursor.execute(_LOOK, {"as_of": batch.batch_no})


def refuse_blocked(batch: Batch, named: Mapping[int, str]) -> None:
    """Refuse to publish what the jury has left open and nobody has waived.

    Args:
        batch: The batch being written; its cursor reads as of what is to be published.
        named: Contest ids by number.

    Raises:
        Refused: names the first contest, what blocks it, and whether a waiver would do.

    Source:
        BP-11, BP-15, BP-17; the problems live in ``sql/views/mart/readiness.sql``.
    """
    row = batch.cursor.execute(_BLOCKS, {"contests": list(named)}).fetchone()
    if row is None:
        return
    contest_no, problem, number = row
    words = {"contest": named[contest_no], "problem": problem, "number": number}
    if problem in _WAIVABLE:
        raise Refused(_WAIVABLE[problem], **words)
    raise Refused("{contest} cannot be published: {problem} ({number}).", **words)


def refuse_unproved(batch: Batch, named: Mapping[int, str]) -> None:
    """Refuse to publish what does not hold: the chain, the facts, the totals, the second engine.

    Nothing of this can be waived.

    Raises:
        Refused: names the broken batch, or the contest that was counted differently.
    """
    contests = list(named)
    cursor = batch.cursor
    rows = cursor.execute(_BATCHES, {"contests": contests}).fetchall()
    numbers = {"batches": [number for (number,) in rows]}
    broken = cursor.execute(_read_check("verify_published"), numbers).fetchone()
    if broken:
        raise Refused(
            "Nothing can be published: batch {batch_no} is not what was written. Run verify.",
            batch_no=broken[0],
        )
    stored = cursor.execute(_read_check("verify_tally"), ask_for(contests)).fetchone()
    if stored:
        _tell_difference(named[stored[0]], "totals")
    for _, contest, _ in list_unlike_standings(cursor, contests):
        _tell_difference(contest, "standings")
    for contest_no, found in compare_contests(cursor, contests=contests).items():
        for difference in found:
            _tell_difference(named[contest_no], difference.field)


def _tell_difference(contest: str, field: str) -> None:
    raise Refused(
        "{contest} cannot be published: it is reckoned twice with different results ({field}). "
        "Run verify and report it.",
        contest=contest,
        field=field,
    )


def _read_check(name: str) -> str:
    return (house.SQL / "checks" / f"{name}.sql").read_text(encoding="utf-8")
