"""The two acts of a draw: to commit to a seed, and to reveal it with what it draws."""

import duckdb

from kasipkor_core.errors import Refused
from kasipkor_core.recount.draw import commit_to, draw_entries, is_commitment
from kasipkor_core.store.lines import Line

_RIVALS = """
    select ties.entry, ties.entry_no, ruleset.max_winner
    from mart.ties as ties
    inner join fact.contest as contest on contest.contest_no = ties.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where ties.contest_no = $contest_no and ties.is_open
    order by ties.entry
"""
_OPEN = """
    select batch_no, commitment, chain_sha256, list(entry order by entry)
    from mart.draws
    where contest_no = $contest_no and reveal_batch_no is null
    group by batch_no, commitment, chain_sha256
"""


def plan_draw(
    cursor: duckdb.DuckDBPyConnection, contest_no: int, contest: str, commitment: str
) -> list[Line]:
    """Return the rows of a commitment: one for each entry that is drawn among.

    Args:
        cursor: Inside the transaction, with staff's eyes.
        contest_no: Physical key of the contest.
        contest: Its id.
        commitment: SHA-256 of the seed.

    Raises:
        Refused: it is no commitment, no tie waits for the jury, or a draw waits for its seed.

    Source:
        Rulebook BP-15: the jury decides who has a first place that only one may have.
    """
    if not is_commitment(commitment):
        raise Refused(
            "A draw begins with the SHA-256 of its seed: 64 digits 0 to 9 and a to f. Keep the "
            "seed secret until it is revealed."
        )
    waiting = cursor.execute(_OPEN, {"contest_no": contest_no}).fetchone()
    if waiting:
        raise Refused(
            "The draw of batch {batch_no} waits for its seed. Reveal it, or undo the batch and say "
            "why.",
            batch_no=waiting[0],
        )
    rivals = _list_rivals(cursor, contest_no, contest)
    return [
        Line("draw", entry_no, f"{contest}/{entry}", commitment) for entry, entry_no, _ in rivals
    ]


def plan_reveal(
    cursor: duckdb.DuckDBPyConnection, contest_no: int, contest: str, seed: str
) -> list[Line]:
    """Return the rows of a reveal: the seed, and the award of whoever it draws.

    Args:
        cursor: Inside the transaction, with staff's eyes.
        contest_no: Physical key of the contest.
        contest: Its id.
        seed: The seed as it was committed to, letter for letter.

    Raises:
        Refused: no draw waits, the seed is not the one committed to, or the tie is another now.
    """
    waiting = cursor.execute(_OPEN, {"contest_no": contest_no}).fetchone()
    if not waiting:
        raise Refused("No draw of {contest} waits for its seed.", contest=contest)
    batch_no, commitment, chain, entries = waiting
    if commit_to(seed) != commitment:
        raise Refused(
            "This is not the seed that batch {batch_no} committed to. Write it letter for letter.",
            batch_no=batch_no,
        )
    rivals = _list_rivals(cursor, contest_no, contest)
    numbers = {entry: entry_no for entry, entry_no, _ in rivals}
    if sorted(numbers) != entries:
        raise Refused(
            "The tie has changed since the draw of batch {batch_no}. Undo that batch, say why, and "
            "draw anew.",
            batch_no=batch_no,
        )
    drawn = draw_entries(seed, chain, contest, entries)[: rivals[0][2]]
    awards = [Line("award", numbers[one], f"{contest}/{one}", "winner") for one in drawn]
    return [Line("reveal", None, contest, seed), *awards]


def _list_rivals(
    cursor: duckdb.DuckDBPyConnection, contest_no: int, contest: str
) -> list[tuple[str, int, int]]:
    rivals = cursor.execute(_RIVALS, {"contest_no": contest_no}).fetchall()
    if not rivals:
        raise Refused("No tie of {contest} waits for the jury.", contest=contest)
    return rivals
