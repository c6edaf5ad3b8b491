"""Accepting and locking the parts of a contest: when, and by whom (WM-09)."""

import duckdb

from kasipkor_core.errors import Refused

_ALL = "all"
_ASKED = """
    select registry.contest, decision.contest_no, decision.kind, decision.value, decision.entry_no
    from ledger.decision as decision
    inner join ledger.contest as registry on registry.contest_no = decision.contest_no
    where decision.batch_no = $batch_no and decision.kind in ('accept', 'lock', 'unlock')
    order by all
"""
_PARTS = """
    select sub_criterion
    from score.sub_criterion
    where contest_no = $contest_no
    order by sub_criterion
"""
_UNREADY = """
    with
    used as (
        select count(*) > 0 as is_used
        from fact.decision
        where contest_no = $contest_no and kind = 'accept'
    ),

    part as (
        select
            progress.sub_criterion,
            progress.missing + progress.rescore as missing
        from mart.marking_progress as progress
        where
            progress.contest_no = $contest_no
            and $part in ('all', progress.sub_criterion)
    ),

    sheet as (
        select distinct aspect.sub_criterion, mark.batch_no
        from fact.mark as mark
        inner join fact.aspect as aspect
            on aspect.contest_no = mark.contest_no
            and aspect.aspect = mark.aspect
        where mark.contest_no = $contest_no
        union
        select distinct criterion, batch_no
        from fact.score
        where contest_no = $contest_no
    )

    select sub_criterion, missing, unchecked, unaccepted
    from (
        select
            part.sub_criterion,
            any_value(part.missing) as missing,
            count(sheet.batch_no) filter (not coalesce(eyes.is_seconded, false)) as unchecked,
            (
                select count(*)
                from score.competitor as competitor
                where
                    competitor.contest_no = $contest_no
                    and competitor.is_expected
                    and (select is_used from used)
                    and not exists (
                        select acceptance.entry_no
                        from score.acceptance as acceptance
                        where
                            acceptance.contest_no = $contest_no
                            and acceptance.entry_no = competitor.entry_no
                            and acceptance.sub_criterion = part.sub_criterion
                    )
            ) as unaccepted
        from part
        left join sheet on sheet.sub_criterion = part.sub_criterion
        left join score.sheet_check as eyes
            on eyes.contest_no = $contest_no
            and eyes.batch_no = sheet.batch_no
        group by part.sub_criterion
    ) as standing
    where missing > 0 or unchecked > 0 or unaccepted > 0
    order by missing = 0, sub_criterion
    limit 1
"""
_OWN = """
    select registry.entry
    from ledger.decision as decision
    inner join ledger.entry as registry
        on registry.contest_no = decision.contest_no
        and registry.entry_no = decision.entry_no
    inner join (
        select contest_no, entry_no, batch_no
        from fact.mark
        union
        select contest_no, entry_no, batch_no
        from fact.score
    ) as brought
        on brought.contest_no = decision.contest_no
        and brought.entry_no = decision.entry_no
    inner join ledger.batch as sheet on sheet.batch_no = brought.batch_no
    where
        decision.batch_no = $batch_no
        and decision.kind = 'accept'
        and lower(trim(sheet.actor)) in (lower(trim($actor)), lower(trim(decision.who)))
    order by registry.entry
    limit 1
"""


def refuse_unready(
    cursor: duckdb.DuckDBPyConnection, batch_no: int, *, actor: str, role: str
) -> None:
    """Refuse acceptances and locks that come too early or from the wrong person.

    Args:
        cursor: Inside the transaction, after the decisions count.
        batch_no: The batch.
        actor: Who acts.
        role: Role of the actor.

    Raises:
        Refused: no such part; marks are missing or nobody else has checked the sheet; not every
            entry is accepted where experts accept; who entered the marks would accept them.

    Source:
        Rulebook WM-09.
    """
    asked = cursor.execute(_ASKED, {"batch_no": batch_no}).fetchall()
    if not asked:
        return
    for contest, contest_no, kind, part, entry_no in asked:
        _refuse_unknown(cursor, contest, contest_no, part)
        if (kind == "accept") != (entry_no is not None):
            raise Refused(
                "An acceptance is of one entry, CONTEST/ENTRY; a lock is of the contest. Both say "
                "which part, or all."
            )
        if kind == "lock":
            _refuse_early(cursor, contest, contest_no, part, is_known=role != "local")
    own = cursor.execute(_OWN, {"batch_no": batch_no, "actor": actor}).fetchone()
    if own and role != "local":
        raise Refused(
            "Four eyes (WM-09): who entered the marks of {entry} cannot accept them. The expert "
            "of its own side does.",
            entry=own[0],
        )


def _refuse_unknown(
    cursor: duckdb.DuckDBPyConnection, contest: str, contest_no: int, part: str
) -> None:
    parts = [one for (one,) in cursor.execute(_PARTS, {"contest_no": contest_no}).fetchall()]
    if part != _ALL and part not in parts:
        raise Refused(
            "{contest} has no part {part}. Its parts: {parts}; or say all.",
            contest=contest,
            part=part,
            parts=", ".join(parts) or "–",
        )


def _refuse_early(
    cursor: duckdb.DuckDBPyConnection, contest: str, contest_no: int, part: str, *, is_known: bool
) -> None:
    found = cursor.execute(_UNREADY, {"contest_no": contest_no, "part": part}).fetchone()
    if found is None:
        return
    name, missing, unchecked, unaccepted = found
    told = {"part": name, "contest": contest}
    if missing:
        raise Refused(
            "Part {part} of {contest} cannot be locked: {n} marks are missing or to be re-scored.",
            n=missing,
            **told,
        )
    if unchecked and is_known:
        raise Refused(
            "Part {part} of {contest} cannot be locked: {n} sheets wait for a second person "
            "(WM-09).",
            n=unchecked,
            **told,
        )
    if unaccepted:
        raise Refused(
            "Part {part} of {contest} cannot be locked: {n} entries are not accepted yet (WM-09).",
            n=unaccepted,
            **told,
        )
