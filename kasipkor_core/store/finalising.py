"""What a contest must have before it is signed: all its marks, and nothing that holds it up."""

from collections.abc import Mapping

from kasipkor_core.errors import Refused
from kasipkor_core.store.batch import Batch

_MISSING = """
    select marks_expected - marks, open_aspects
    from mart.contests
    where contest_no = $contest_no
"""
_HELD = """
    select contest_no, reason, number
    from score.hold
    where list_contains($contests, contest_no)
    order by contest_no, reason
    limit 1
"""

_FLAGGED = """
    select entry.entry
    from score.flag as flag
    inner join ledger.entry as entry
        on entry.contest_no = flag.contest_no
        and entry.entry_no = flag.entry_no
    where flag.contest_no = $contest_no and flag.is_open
    order by entry.entry
"""


def refuse_incomplete(batch: Batch, contest_no: int) -> None:
    """Refuse to sign what is not marked to its end (BP-16)."""
    row = batch.cursor.execute(_MISSING, {"contest_no": contest_no}).fetchone()
    missing, open_aspects = row or (0, 0)
    if missing or open_aspects:
        raise Refused(
            "The contest cannot be signed: {missing} marks are missing, {open} are to be "
            "re-scored. Enter them first.",
            missing=missing,
            open=open_aspects,
        )


def _list_flagged(batch: Batch, contest_no: int, contest: str) -> list[str]:
    rows = batch.cursor.execute(_FLAGGED, {"contest_no": contest_no}).fetchall()
    return [f"{contest}/{entry}" for (entry,) in rows]


def refuse_held(batch: Batch, named: Mapping[int, str]) -> None:
    """Refuse to finalise what waits for a site, a score or the jury (DE-12, DE-19, BP-07)."""
    row = batch.cursor.execute(_HELD, {"contests": list(named)}).fetchone()
    if row is None:
        return
    contest_no, reason, number = row
    contest = named[contest_no]
    if reason == "site_not_accredited":
        raise Refused(
            "{contest} cannot be finalised as an exam by WorldSkills requirements: {number} "
            "examinees were at a site without a certificate that is valid on the day. Upload the "
            "right certificate, or the exam as not by these requirements.",
            contest=contest,
            number=number,
        )
    if reason == "flag_undecided":
        raise Refused(
            "{contest} cannot be finalised: the jury has not decided about the flagged works of "
            "{entries}. For each of them record a waiver with the value flag (its marks stand, or "
            "it was marked anew), or exclude it.",
            contest=contest,
            entries=", ".join(_list_flagged(batch, contest_no, contest)),
        )
    if reason == "scores_missing":
        raise Refused(
            "{contest} cannot be finalised: {number} examinees have no score yet. Enter it, or "
            "say who was absent.",
            contest=contest,
            number=number,
        )
