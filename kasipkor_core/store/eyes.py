"""Four eyes: whoever entered a sheet neither checks it nor signs its contest alone."""

import duckdb

from kasipkor_core.errors import Refused

_IS_ASKED = """
    select count(*)
    from ledger.decision
    where batch_no = $batch_no and kind in ('check', 'sign_off', 'ruling')
"""
_UNFIT = """
    select registry.contest, decision.value
    from ledger.decision as decision
    inner join ledger.contest as registry on registry.contest_no = decision.contest_no
    left join fact.entered as sheet
        on sheet.contest_no = decision.contest_no
        and decision.value in ('all', sheet.batch_no::varchar)
    where
        decision.batch_no = $batch_no
        and decision.kind = 'check'
        and (decision.entry_no is not null or sheet.batch_no is null)
    order by all
    limit 1
"""
_ALONE = """
    select
        decision.kind,
        registry.contest,
        sheet.actor,
        string_agg(distinct sheet.batch_no::varchar, ', ' order by sheet.batch_no::varchar)
    from ledger.decision as decision
    inner join ledger.contest as registry on registry.contest_no = decision.contest_no
    inner join fact.entered as sheet on sheet.contest_no = decision.contest_no
    left join fact.vouched as vouched
        on vouched.contest_no = sheet.contest_no
        and vouched.batch_no = sheet.batch_no
    where
        decision.batch_no = $batch_no
        and (decision.entry_no is null or decision.kind = 'ruling')
        and lower(trim(sheet.actor)) in (lower(trim($actor)), lower(trim(decision.who)))
        and case decision.kind
            when 'check' then decision.value in ('all', sheet.batch_no::varchar)
            when 'sign_off' then vouched.batch_no is null
            when 'ruling' then split_part(decision.value, ' ', 2) in ('upheld', 'rejected')
        end
    group by decision.kind, registry.contest, sheet.actor
    order by all
    limit 1
"""


def refuse_alone(
    cursor: duckdb.DuckDBPyConnection, batch_no: int, *, actor: str, role: str
) -> None:
    """Refuse checks and signatures that the same person gives who entered the sheets.

    Persons are compared by the names they sign in with; of a sheet of decisions both who brings it
    and who is named in it. ``local``, whoever opens the pages of a server that asks nobody to sign
    in, is let through: nobody knows who that is, and the pages say so.

    Args:
        cursor: Inside the transaction, after the decisions are written.
        batch_no: The batch.
        actor: Who acts.
        role: Role of the actor.

    Raises:
        Refused: a check is about no sheet in force, or one person would stand behind a sheet alone.

    Source:
        Rulebook WM-09 (entered, checked), BP-16 (signed).
    """
    if cursor.execute(_IS_ASKED, {"batch_no": batch_no}).fetchone() == (0,):
        return
    unfit = cursor.execute(_UNFIT, {"batch_no": batch_no}).fetchone()
    if unfit:
        raise Refused(
            "Batch {value} brings {contest} no marks or points that count. Name a sheet of "
            "marks or points by its batch, or all.",
            value=unfit[1],
            contest=unfit[0],
        )
    alone = cursor.execute(_ALONE, {"batch_no": batch_no, "actor": actor}).fetchone()
    if alone and role != "local":
        _refuse(*alone)


def _refuse(kind: str, contest: str, person: str, batches: str) -> None:
    if kind == "check":
        raise Refused(
            "Four eyes (WM-09): {person} entered batch {batches} of {contest} and cannot check it. "
            "A second person checks it.",
            person=person,
            batches=batches,
            contest=contest,
        )
    if kind == "ruling":
        raise Refused(
            "Four eyes: {person} entered batch {batches} of {contest} and cannot decide an appeal "
            "about it. Somebody else decides it.",
            person=person,
            batches=batches,
            contest=contest,
        )
    raise Refused(
        "Four eyes (WM-09, BP-16): {person} entered batch {batches} of {contest} and cannot sign "
        "it alone. Let a second person check the sheet first, or sign.",
        person=person,
        batches=batches,
        contest=contest,
    )
