"""Appeals: lodged within their clock, ruled upon step by step, corrected by a batch."""

import datetime as dt
import re

import duckdb

from kasipkor_core.errors import Refused
from kasipkor_core.store.lines import Line

ABOUT = ("marks", "sum", "procedure", "exclusion", "other")
RULINGS = ("admitted", "refused", "upheld", "rejected", "corrected")
_NEXT = {  # which rulings a state leaves open
    "filed": ("admitted", "refused"),
    "admitted": ("upheld", "rejected"),
    "decided": ("corrected",),
}
_RULING = re.compile(r"(\d{1,9}) ([a-z]+)(?: (\d{1,9}))?")
_APPEAL = """
    select state, is_late, closes_on
    from score.appeal
    where
        contest_no = $contest_no
        and entry_no is not distinct from $entry_no
        and batch_no = $appeal
"""
_WINDOW = "select is_open, closes_on from mart.appeal_windows where contest_no = $contest_no"
_WAITS = """
    select count(*)
    from score.appeal
    where
        contest_no = $contest_no
        and entry_no = $entry_no
        and about = $about
        and state in ('filed', 'admitted', 'decided')
"""
_CORRECTS = """
    select count(*)
    from fact.batch as visible
    inner join ledger.batch as batch on batch.batch_no = visible.batch_no
    where
        visible.contest_no = $contest_no
        and visible.batch_no = $batch_no
        and visible.batch_no > $appeal
        and (
            fact.is_change(batch.kind, batch.sheet_kind)
            or exists (
                select decision.batch_no
                from fact.decision as decision
                where
                    decision.contest_no = $contest_no
                    and decision.batch_no = $batch_no
                    and decision.kind in ('award', 'tie', 'exclude', 'waiver')
            )
        )
"""


def list_rulings(state: str) -> tuple[str, ...]:
    """Return the rulings that an appeal in a state waits for; none when it is over."""
    return _NEXT.get(state, ())


def plan_appeal(decided: Line, *, at: dt.datetime | None, now: dt.datetime) -> list[Line]:
    """Return the row of an appeal as it is lodged.

    Args:
        decided: Its entry, and as value what it is about.
        at: Day and hour it was lodged; null: now.
        now: Day and hour it is.

    Raises:
        Refused: it names no entry, nothing an appeal can be about, or an hour to come.

    Source:
        CONTRACTS "States". Whether it is late the ledger finds by the clock of the ruleset.
    """
    if decided.entry_no is None or decided.value not in ABOUT:
        raise Refused(
            "An appeal is of one entry, CONTEST/ENTRY, and about one of: {about}.",
            about=", ".join(ABOUT),
        )
    lodged = at or now
    if lodged > now:
        raise Refused("An appeal cannot be lodged at an hour to come. Check day and hour.")
    stamp = lodged.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return [decided._replace(decided_at=stamp)]


def refuse_untimely(
    cursor: duckdb.DuckDBPyConnection, decided: Line, *, contest_no: int, at: dt.datetime | None
) -> None:
    """Refuse an appeal that a participant hands in when it is not open to appeals.

    Args:
        cursor: Inside the transaction, with staff's eyes.
        decided: Its entry, and as value what it is about.
        contest_no: Physical key of the contest.
        at: The hour it was lodged; a participant lodges now.

    Raises:
        Refused: nothing is published yet, the last day is over, one about the same thing waits, or
            another hour than now is told.
    """
    if at is not None:
        raise Refused("An appeal that is handed in here is lodged now, not at another hour.")
    is_open, closes_on = cursor.execute(_WINDOW, {"contest_no": contest_no}).fetchone() or (0, None)
    if closes_on is None:
        raise Refused("Nothing is published yet. An appeal is about a published result.")
    if not is_open:
        raise Refused("The last day to appeal was {day}.", day=str(closes_on))
    same = {"contest_no": contest_no, "entry_no": decided.entry_no, "about": decided.value}
    if cursor.execute(_WAITS, same).fetchone() != (0,):
        raise Refused("An appeal about the same thing waits already. Its state stands below.")


def plan_ruling(cursor: duckdb.DuckDBPyConnection, decided: Line, *, contest_no: int) -> list[Line]:
    """Return the row of a ruling about an appeal.

    Args:
        cursor: Inside the transaction, with staff's eyes.
        decided: Its entry; the value is the number of the appeal, the ruling, and of a correction
            the batch that corrects.
        contest_no: Physical key of the contest.

    Raises:
        Refused: no such appeal or ruling, it was lodged late, it is not this ruling's turn, or the
            batch corrects nothing.
    """
    told = _RULING.fullmatch(decided.value)
    if told is None or told[2] not in RULINGS or (told[2] == "corrected") != bool(told[3]):
        raise Refused(
            "A ruling is the number of the appeal and one of: {rulings}; a correction names its "
            "batch too.",
            rulings=", ".join(RULINGS),
        )
    appeal, ruling = int(told[1]), told[2]
    keys = {"contest_no": contest_no, "entry_no": decided.entry_no, "appeal": appeal}
    found = cursor.execute(_APPEAL, keys).fetchone()
    if not found:
        raise Refused("{subject} has no appeal {appeal}.", subject=decided.subject, appeal=appeal)
    _refuse_out_of_turn(appeal, ruling, *found)
    if told[3]:
        _refuse_no_correction(cursor, contest_no, appeal, int(told[3]))
    return [decided]


def _refuse_out_of_turn(
    appeal: int, ruling: str, state: str, is_late: object, closes_on: dt.date | None
) -> None:
    if is_late:
        raise Refused(
            "Appeal {appeal} was lodged late: the last day was {day}. It stays in the register as "
            "refused and can be nothing else.",
            appeal=appeal,
            day=str(closes_on),
        )
    if ruling not in list_rulings(state):
        raise Refused(
            "Appeal {appeal} is {state}: it cannot be {ruling} now. First it is admitted, then "
            "upheld or rejected, and an upheld one corrected.",
            appeal=appeal,
            state=state,
            ruling=ruling,
        )


def _refuse_no_correction(
    cursor: duckdb.DuckDBPyConnection, contest_no: int, appeal: int, batch_no: int
) -> None:
    keys = {"contest_no": contest_no, "appeal": appeal, "batch_no": batch_no}
    if cursor.execute(_CORRECTS, keys).fetchone() == (0,):
        raise Refused(
            "Batch {batch_no} corrects nothing of this contest after appeal {appeal}. Name the "
            "sheet, the undo or the decision that did.",
            batch_no=batch_no,
            appeal=appeal,
        )
