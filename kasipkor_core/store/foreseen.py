"""What an act changes: places, awards, seats, start lists, papers, signatures; before and after."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

import duckdb
import pyarrow as pa

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.store.batch import Batch
from kasipkor_core.store.naming import list_named
from kasipkor_core.store.query import Reader, set_reader

STAFF = Reader(as_of=0)
FIELDS = ("place", "award", "total", "seat", "start_list", "document", "signature", "name")
_EVENTS = """
    select distinct other.contest_no
    from ledger.contest_fact as touched
    inner join ledger.contest_fact as other
        on other.programme = touched.programme
        and other.season = touched.season
        and other.level = touched.level
    where list_contains($contests, touched.contest_no)
    order by other.contest_no
"""
_WENT_ON = """
    select distinct origin.from_contest_no
    from ledger.entry_origin as origin
    inner join ledger.force as line on line.contest_no = origin.contest_no
    inner join ledger.batch as subject on subject.batch_no = line.subject_batch_no
    where
        line.batch_no = getvariable('as_of')::integer
        and coalesce(subject.sheet_kind, '') not in ('scheme', 'marks', 'scores', 'experts')
"""
_PAPERS = """
    select distinct document.for_contest_no
    from ledger.force as line
    left join ledger.revocation as revocation on revocation.batch_no = line.subject_batch_no
    inner join ledger.document as document
        on document.batch_no = line.subject_batch_no
        or document.document = revocation.document
    where line.batch_no = getvariable('as_of')::integer
"""
_THERE_IS = """
    with
    touched as (
        select
            ruleset.engine,
            ruleset.advancing_award
        from ledger.contest_fact as contest
        inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
        where list_contains($contests, contest.contest_no)
    )

    select
        exists (
            select rule.level
            from ledger.contest_fact as contest
            inner join ref.level_rule as rule
                on rule.ruleset_hash = contest.ruleset_hash
                and rule.level = contest.level
            where list_contains($events, contest.contest_no)
        ) as has_seats,
        exists (
            select origin.entry_no
            from ledger.entry_origin as origin
            where list_contains($events, origin.from_contest_no)
        ) as has_start_lists,
        exists (
            select document.document
            from ledger.document as document
            where list_contains($events, document.for_contest_no)
        ) as has_documents,
        exists (select engine from touched where advancing_award is not null) as has_tours,
        exists (select engine from touched where engine = 'options') as has_vacancies,
        exists (select engine from touched where engine = 'funnel') as has_selections,
        exists (select engine from touched where engine = 'exam') as has_exams
"""
_RECKONED = """
    select exists (
        select head.contest_no
        from tally.contest as head
        left join ref.ruleset as ruleset on ruleset.ruleset_hash = head.ruleset_hash
        where
            list_contains($contests, head.contest_no)
            and (head.ranked > 0 or ruleset.engine in ('options', 'funnel', 'exam'))
    )
"""


class Outdated(Refused):
    """The ledger went on, and the act would no longer change what its list says."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Others wrote meanwhile, and this would now change something else than its list says. "
            "Nothing was written: look at the list again."
        )


@dataclass(frozen=True)
class Difference:
    """One value that an act changes.

    Attributes:
        field: One of ``FIELDS``.
        contest: Contest id.
        entry: Entry id; null: the whole contest.
        name: Of the entry, as the reader may see it.
        region: ISO code of its own region.
        what: Of a document its kind; of a start list the contest of the next level.
        number: Of a document its number; of a start list the entry there.
        before: The value before the act, null for none: a place, an award code, points with a
            decimal point; of a seat in, hold, out, reserve, replacement or given_up; of a start
            list listed, entitled or stray; of a document valid, superseded or revoked; signed;
            of a name how the public reads it, null in full.
        after: The value after it.
    """

    field: str
    contest: str | None
    entry: str | None
    name: str | None
    region: str | None
    what: str | None
    number: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Foreseen:
    """What an act changes.

    Attributes:
        batch_no: The number it has, or would have if nothing else were written before it.
        differences: What it changes, in the order of ``FIELDS``, contests and entries.
    """

    batch_no: int
    differences: tuple[Difference, ...] = ()

    @property
    def corrects(self) -> bool:
        """Say whether something that stood is changed; else all of it is new."""
        return any(one.before is not None for one in self.differences)

    def table(self) -> pa.Table:
        """Return the differences as a table, one column an attribute, all of them text."""
        names = [field.name for field in fields(Difference)]
        return pa.table(
            {
                name: pa.array([getattr(one, name) for one in self.differences], pa.string())
                for name in names
            }
        )


Plan = dict[str, list[int]]  # files of sql/reads with something to read, and their contests
_Key = tuple[str, int, int | None, str | None]
Values = dict[_Key, Difference]


def plan_reads(cursor: duckdb.DuckDBPyConnection, contests: Sequence[int]) -> Plan:
    """Return what an act on these contests may change; what there is none of is not read.

    Planning a view of quotas takes a quarter of a second, looking whether there are any a
    thousandth.

    Args:
        cursor: Inside the transaction of the act, after it is sealed.
        contests: Numbers of the contests it touches.
    """
    touched = [contest_no for contest_no in contests if contest_no]
    events = list_events(cursor, touched)
    went_on, papers = (
        [int(number) for (number,) in cursor.execute(sql).fetchall()] for sql in (_WENT_ON, _PAPERS)
    )
    row = cursor.execute(_THERE_IS, {"contests": touched, "events": events}).fetchone()
    seats, start_lists, documents, *of_touched = row or (False,) * 7
    names = ("tours", "vacancies", "selections", "exams")
    there = {
        "results": touched,
        "signatures": touched,
        "seats": events if seats else [],
        "start_lists": sorted({*events, *went_on}) if start_lists or went_on else [],
        "documents": sorted({*(events if documents else []), *papers}),
        "names": list_named(cursor, touched),
        **{name: touched for name, is_there in zip(names, of_touched, strict=True) if is_there},
    }
    return {f"foreseen_{name}": numbers for name, numbers in there.items() if numbers}


def list_events(cursor: duckdb.DuckDBPyConnection, contests: Sequence[int]) -> list[int]:
    """Return the contests of the same programme, season and level, themselves included."""
    rows = cursor.execute(_EVENTS, {"contests": list(contests)}).fetchall()
    return sorted({*contests, *(int(number) for (number,) in rows)})


def is_reckoned(cursor: duckdb.DuckDBPyConnection, contests: Sequence[int]) -> bool:
    """Say whether any of the contests ever had a place."""
    row = cursor.execute(_RECKONED, {"contests": list(contests)}).fetchone()
    return bool(row and row[0])


def read_values(
    cursor: duckdb.DuckDBPyConnection, plan: Plan, reader: Reader, *, as_of: int
) -> Values:
    """Return every value that an act may change, as the reader sees it at a batch.

    Args:
        cursor: Sees the batch, perhaps inside its transaction; gets the reader's variables.
        plan: What to read.
        reader: Whose eyes; the horizon is ``as_of``.
        as_of: The batch; the one before an act says what stood before it.
    """
    set_reader(cursor, replace(reader, as_of=as_of))
    values: Values = {}
    for file, contests in plan.items():
        for row in cursor.execute(_read_file(file), {"contests": contests}).fetchall():
            field, contest_no, contest, entry_no, entry, name, region, what, number, value = row
            key = (field, contest_no, entry_no, number if field == "document" else None)
            said = Difference(field, contest, entry, name, region, what, number, None, value)
            if value is not None:
                values[key] = said
    return values


def compare_values(before: Values, after: Values) -> tuple[Difference, ...]:
    """Return what differs."""
    found = []
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is None or new is None or old.after != new.after:
            found.append(_join(old, new))
    return tuple(sorted(found, key=_rank))


def _join(old: Difference | None, new: Difference | None) -> Difference:
    """Return one difference; what has vanished is called as it was called before."""
    sides = [side for side in (new, old) if side is not None]
    said = {
        name: next((getattr(side, name) for side in sides if getattr(side, name)), None)
        for name in ("contest", "entry", "name", "region", "what", "number")
    }
    return Difference(
        field=sides[0].field,
        before=old.after if old else None,
        after=new.after if new else None,
        **said,
    )


def _rank(one: Difference) -> tuple[int, str, str, str]:
    return FIELDS.index(one.field), one.contest or "", one.entry or "", one.number or ""


def compare_act(batch: Batch, contests: Sequence[int], reader: Reader = STAFF) -> Foreseen:
    """Return what a batch changes, read inside its transaction after it is sealed.

    Args:
        batch: The batch; its cursor gets the reader's variables.
        contests: Numbers of the contests it touches.
        reader: Whose eyes; staff's if left out.
    """
    plan = plan_reads(batch.cursor, contests)
    before = read_values(batch.cursor, plan, reader, as_of=batch.batch_no - 1)
    after = read_values(batch.cursor, plan, reader, as_of=batch.batch_no)
    return Foreseen(batch.batch_no, compare_values(before, after))


def refuse_outdated(
    batch: Batch, contests: Sequence[int], approved: Foreseen | None, reader: Reader
) -> None:
    """Refuse an act that would change something else than what was approved.

    As long as nothing else was written since, it cannot, and nothing is read again.

    Args:
        batch: The batch, sealed and not committed.
        contests: Numbers of the contests it touches.
        approved: The list that was approved; null: none was asked for.
        reader: With whose eyes the list was read.

    Raises:
        Outdated: the list is another one now.
    """
    if approved is None or approved.batch_no == batch.batch_no:
        return
    if compare_act(batch, contests, reader).differences != approved.differences:
        raise Outdated


@cache
def _read_file(name: str) -> str:
    return (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")
