"""Who judges: conflicts of interest, replaced experts, and penalties apart from the marks."""

from collections.abc import Sequence

import duckdb

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store.lines import Line

RELATIONS = ("relative", "same_employer", "trained", "interest", "other")
CONFLICT_RULINGS = ("aside", "kept")
PENALTIES = ("warning",)
PANEL_KINDS = frozenset({"conflict", "conflict_ruling", "replacement"})
_WORDS = {
    "conflict": RELATIONS,
    "conflict_ruling": CONFLICT_RULINGS,
    "penalty": PENALTIES,
}
_JUDGES = """
    select judge, judge_no
    from private.judge
    where contest_no = $contest_no
"""
_WRITTEN = """
    select
        registry.contest, decision.entry_no, decision.kind, decision.value, decision.who,
        judge.judge_no, judge.judge, successor.judge_no, successor.judge
    from ledger.decision as decision
    inner join ledger.contest as registry on registry.contest_no = decision.contest_no
    left join private.judge as judge
        on judge.contest_no = decision.contest_no
        and judge.judge_no = try_cast(split_part(decision.value, ' ', 1) as integer)
    left join private.judge as successor
        on decision.kind = 'replacement'
        and successor.contest_no = decision.contest_no
        and successor.judge_no = try_cast(split_part(decision.value, ' ', 2) as integer)
    where
        decision.batch_no = $batch_no
        and decision.kind in ('conflict', 'conflict_ruling', 'replacement', 'penalty')
    order by all
"""
_STRANGERS = """
    with
    expert as (
        select for_contest_no as contest_no, name
        from fact.expert
    ),

    written as (
        select judge.contest_no, judge.judge
        from ledger.judge as registry
        inner join private.judge as judge
            on judge.contest_no = registry.contest_no
            and judge.judge_no = registry.judge_no
        inner join ledger.decision as decision
            on decision.contest_no = registry.contest_no
            and decision.batch_no = registry.batch_no
            and decision.kind in ('conflict', 'conflict_ruling', 'replacement')
        where registry.batch_no = $batch_no
    )

    select distinct written.judge, named.names
    from written
    inner join (
        select contest_no, string_agg(distinct name, ', ' order by name) as names
        from expert
        group by contest_no
    ) as named on named.contest_no = written.contest_no
    anti join expert on expert.contest_no = written.contest_no and expert.name = written.judge
    order by all
    limit 1
"""
_DECLARED = """
    select conflict.judge_no
    from ledger.decision as decision
    inner join score.conflict as conflict
        on conflict.contest_no = decision.contest_no
        and conflict.judge_no = try_cast(split_part(decision.value, ' ', 1) as integer)
        and (decision.entry_no is null or decision.entry_no = conflict.entry_no)
    where decision.batch_no = $batch_no and decision.kind = 'conflict_ruling'
"""
_UNFIT_SUCCESSOR = """
    select judge.judge
    from ledger.decision as decision
    inner join private.judge as judge
        on judge.contest_no = decision.contest_no
        and judge.judge_no = try_cast(split_part(decision.value, ' ', 2) as integer)
    where
        decision.batch_no = $batch_no
        and decision.kind = 'replacement'
        and (
            exists (
                select replaced.judge_no
                from score.replaced as replaced
                where
                    replaced.contest_no = decision.contest_no
                    and replaced.judge_no = judge.judge_no
            )
            or exists (
                select conflict.judge_no
                from score.conflict as conflict
                where
                    conflict.contest_no = decision.contest_no
                    and conflict.judge_no = judge.judge_no
                    and conflict.entry_no is null
                    and conflict.state in ('open', 'aside')
            )
        )
    limit 1
"""


def list_named(decided: Line, expert: str | None) -> list[str]:
    """Return the judges a decision made by hand names: whom it is about, and who takes over.

    Args:
        decided: The decision; of a replacement the value is who takes over.
        expert: Whom it is about.

    Raises:
        Refused: a decision about a judge names none.
    """
    if expert is None or not expert.strip():
        raise Refused("Say whom it is about: name the expert as the sheet of experts does.")
    named = [expert.strip()]
    return [*named, decided.value.strip()] if decided.kind == "replacement" else named


def name_judges(
    cursor: duckdb.DuckDBPyConnection, decided: Line, *, contest_no: int, named: Sequence[str]
) -> Line:
    """Return a decision about a judge with the number of the judge for the name.

    Args:
        cursor: Inside the transaction, after the judges have their numbers.
        decided: The decision as it was told.
        contest_no: Physical key of the contest.
        named: What ``list_named`` gave.
    """
    numbers = dict(cursor.execute(_JUDGES, {"contest_no": contest_no}).fetchall())
    said = str(numbers[named[1]]) if len(named) > 1 else decided.value
    return decided._replace(value=f"{numbers[named[0]]} {said}")


def refuse_unfit_panel(cursor: duckdb.DuckDBPyConnection, batch_no: int, *, actor: str) -> None:
    """Refuse decisions about judges, and penalties, that do not hold by themselves.

    Args:
        cursor: Inside the transaction, after the decisions are written and count.
        batch_no: The batch.
        actor: Who acts.

    Raises:
        NotFound: the contest has experts, and none of that name.
        Refused: a word that the kind does not have; nothing to rule about; a judge would rule about
            the own conflict or be followed by somebody who does not judge.

    Source:
        CONTRACTS "Decision kinds"; rulebook WM-02 and BP-07 (a penalty takes no points), WM-07.
    """
    rows = cursor.execute(_WRITTEN, {"batch_no": batch_no}).fetchall()
    if not rows:
        return
    for contest, entry_no, kind, value, who, *judges in rows:
        _refuse_unfit_words(kind, value, entry_no)
        if kind != "penalty":
            _refuse_unfit_judges(contest, kind, judges, {actor, who})
    stranger = cursor.execute(_STRANGERS, {"batch_no": batch_no}).fetchone()
    if stranger:
        raise NotFound(
            "No expert of the contest is called {name}. Its experts: {names}.",
            name=stranger[0],
            names=stranger[1],
        )
    kinds = {kind for _, _, kind, *_ in rows}
    declared = cursor.execute(_DECLARED, {"batch_no": batch_no}).fetchone()
    if "conflict_ruling" in kinds and not declared:
        raise Refused("Nothing was declared that this could decide. Record the conflict first.")
    unfit = cursor.execute(_UNFIT_SUCCESSOR, {"batch_no": batch_no}).fetchone()
    if unfit:
        raise Refused(
            "{name} cannot take over: replaced, or in a conflict of interest about the contest.",
            name=unfit[0],
        )


def _refuse_unfit_words(kind: str, value: str, entry_no: int | None) -> None:
    if kind == "penalty" and entry_no is None:
        raise Refused("A penalty is of one entry. Give the subject as CONTEST/ENTRY.")
    allowed = _WORDS.get(kind)
    if allowed and value.rpartition(" ")[2] not in allowed:
        raise Refused(
            "A decision {kind} says one of: {words}. A penalty takes no points (WM-02, BP-07); to "
            "take an entry out of the ranking, exclude it.",
            kind=kind,
            words=", ".join(allowed),
        )


def _refuse_unfit_judges(
    contest: str, kind: str, judges: Sequence[object], persons: set[str]
) -> None:
    judge_no, judge, successor_no, _ = judges
    if judge_no is None or (kind == "replacement" and successor_no in (None, judge_no)):
        raise Refused(
            "A replacement names two experts of {contest}; any other decision about who judges "
            "names one.",
            contest=contest,
        )
    if kind != "conflict" and _fold(str(judge)) in {_fold(person) for person in persons}:
        raise Refused(
            "{name} cannot decide about the own conflict of interest or replacement. Somebody "
            "else decides it.",
            name=judge,
        )


def _fold(person: str) -> str:
    return person.strip().lower()
