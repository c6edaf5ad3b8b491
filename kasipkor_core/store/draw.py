"""The two acts of a draw: to commit to a seed, and to reveal it with what it draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from kasipkor_core.errors import Refused
from kasipkor_core.i18n import mark
from kasipkor_core.recount.draw import commit_to, draw_entries, is_commitment
from kasipkor_core.store.lines import Line


@dataclass(frozen=True)
class Lot:
    """What is drawn for.

    Attributes:
        purpose: As ``mart.draws`` calls it.
        reveal: Kind of the decision that reveals the seed.
        rivals: Question whose rows are drawn among: id, key, and how many may win.
        nobody: Refusal when there are none.
        changed: Refusal when they are others than were committed to.
    """

    purpose: str
    reveal: str
    rivals: str
    nobody: str
    changed: str


_TIE = Lot(
    "tie",
    "reveal",
    """
    select ties.entry, ties.entry_no, ruleset.max_winner
    from mart.ties as ties
    inner join fact.contest as contest on contest.contest_no = ties.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where ties.contest_no = $contest_no and ties.is_open
    order by ties.entry
    """,
    mark("No tie of {contest} waits for the jury."),
    mark(
        "The tie has changed since the draw of batch {batch_no}. Undo that batch, say why, and "
        "draw anew."
    ),
)
_WORKPLACES = Lot(
    "workplace",
    "workplace_reveal",
    """
    select entry.entry, entry.entry_no, 0
    from fact.entry as entry
    inner join score.competitor as competitor
        on competitor.contest_no = entry.contest_no
        and competitor.entry_no = entry.entry_no
    where entry.contest_no = $contest_no and competitor.is_expected
    order by entry.entry
    """,
    mark("Nobody starts in this contest yet. Upload its entries first."),
    mark(
        "Others start now than at the draw of batch {batch_no}. Undo that batch, say why, and "
        "draw anew."
    ),
)
_LOTS = {
    "draw": _TIE,
    "reveal": _TIE,
    "workplace_draw": _WORKPLACES,
    "workplace_reveal": _WORKPLACES,
}
_NEWEST = """
    select
        batch_no, reveal_batch_no is not null, any_value(commitment), any_value(chain_sha256),
        list(entry order by entry)
    from mart.draws
    where contest_no = $contest_no and purpose = $purpose
    group by batch_no, reveal_batch_no
    order by batch_no desc
    limit 1
"""
_Rivals = Sequence[tuple[str, int, int]]


def plan_draw(cursor: duckdb.DuckDBPyConnection, contest_no: int, decided: Line) -> list[Line]:
    """Return the rows of a commitment: one for each entry that is drawn among.

    Args:
        cursor: Inside the transaction, with staff's eyes.
        contest_no: Physical key of the contest.
        decided: The kind of draw, the contest, and the SHA-256 of the seed.

    Raises:
        Refused: it is no commitment, there is nobody to draw among, a draw waits for its seed, or
            the workplaces are drawn.

    Source:
        docs/draw.md; rulebook BP-15: the jury decides who has a first place that only one may have.
    """
    if not is_commitment(decided.value):
        raise Refused(
            "A draw begins with the SHA-256 of its seed: 64 digits 0 to 9 and a to f. Keep the "
            "seed secret until it is revealed."
        )
    lot, contest = _LOTS[decided.kind], decided.subject
    _refuse_second(cursor, contest_no, lot)
    return [
        Line(decided.kind, entry_no, f"{contest}/{entry}", decided.value)
        for entry, entry_no, _ in _list_rivals(cursor, contest_no, contest, lot)
    ]


def plan_reveal(cursor: duckdb.DuckDBPyConnection, contest_no: int, decided: Line) -> list[Line]:
    """Return the rows of a reveal: the seed, and of a tie the award of whoever it draws.

    Args:
        cursor: Inside the transaction, with staff's eyes.
        contest_no: Physical key of the contest.
        decided: The kind of reveal, the contest, and the seed as it was committed to, letter for
            letter.

    Raises:
        Refused: no draw waits, the seed is not the one committed to, or others are to be drawn
            among now.
    """
    lot, contest, seed = _LOTS[decided.kind], decided.subject, decided.value
    params = {"contest_no": contest_no, "purpose": lot.purpose}
    newest = cursor.execute(_NEWEST, params).fetchone()
    if not newest or newest[1]:
        raise Refused("No draw of {contest} waits for its seed.", contest=contest)
    batch_no, _, commitment, chain, entries = newest
    if commit_to(seed) != commitment:
        raise Refused(
            "This is not the seed that batch {batch_no} committed to. Write it letter for letter.",
            batch_no=batch_no,
        )
    rivals = _list_rivals(cursor, contest_no, contest, lot)
    numbers = {entry: entry_no for entry, entry_no, _ in rivals}
    if sorted(numbers) != entries:
        raise Refused(lot.changed, batch_no=batch_no)
    won = draw_entries(seed, chain, contest, entries)[: rivals[0][2]]
    awards = [Line("award", numbers[one], f"{contest}/{one}", "winner") for one in won]
    return [Line(lot.reveal, None, contest, seed), *awards]


def _refuse_second(cursor: duckdb.DuckDBPyConnection, contest_no: int, lot: Lot) -> None:
    """Refuse to draw while a draw waits, or again where the lot has spoken."""
    params = {"contest_no": contest_no, "purpose": lot.purpose}
    newest = cursor.execute(_NEWEST, params).fetchone()
    if newest and not newest[1]:
        raise Refused(
            "The draw of batch {batch_no} waits for its seed. Reveal it, or undo the batch and say "
            "why.",
            batch_no=newest[0],
        )
    if newest and lot is _WORKPLACES:  # a tie that was drawn is open no more
        raise Refused(
            "The workplaces were drawn in batch {batch_no}. Undo that batch, say why, and draw "
            "anew.",
            batch_no=newest[0],
        )


def _list_rivals(
    cursor: duckdb.DuckDBPyConnection, contest_no: int, contest: str, lot: Lot
) -> _Rivals:
    rivals = cursor.execute(lot.rivals, {"contest_no": contest_no}).fetchall()
    if not rivals:
        raise Refused(lot.nobody, contest=contest)
    return rivals
