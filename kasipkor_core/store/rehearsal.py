"""A rehearsal: a copy of the ledger from before the first mark, and the sheets to give it again."""

import csv
import datetime as dt
import io
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.fetching import fetch
from kasipkor_core.reading import iter_rows, read_grid
from kasipkor_core.store.backup import write_backup
from kasipkor_core.store.connect import Store, open_store
from kasipkor_core.store.cut import cut_back
from kasipkor_core.store.originals import read_original
from kasipkor_core.store.query import open_cursor, read_now

MARKING = ("marks", "scores")
_LEFT = (*MARKING, "decisions")  # of other contests, or left to the people who rehearse
DAY = 9 * 3600  # seconds that a contest is marked on one day
_JUDGES = ("J1", "J2", "J3")
_DISSENT = 0.2  # how often one of them sees it a step lower
_CONTESTS = """
    select contest_no, contest, starts_on, ends_on
    from fact.contest
    where
        season = $season
        and not is_archive
        and ($contests::varchar[] is null or list_contains($contests, contest))
    order by contest_no
"""
_SHEETS = """
    select
        batch.batch_no,
        batch.sheet_kind,
        batch.contest,
        batch.source_sheet,
        coalesce(batch.file_name, '') as file_name,
        list(force.contest_no order by force.contest_no) as contests
    from ledger.batch as batch
    inner join fact.batch as force on force.batch_no = batch.batch_no
    where batch.kind = 'sheet' and batch.file_sha256 is not null
    group by all
    order by batch.batch_no
"""
_TO_MARK = """
    select
        entry.entry,
        aspect.aspect,
        aspect.kind,
        aspect.max_mark
    from fact.entry as entry
    inner join fact.aspect as aspect on aspect.contest_no = entry.contest_no
    where entry.contest_no = $contest_no and entry.status = 'active'
    order by aspect.sub_criterion, entry.entry, aspect.aspect
"""

Rows = list[tuple[str, ...] | None]


@dataclass(frozen=True)
class Slip:
    """Rows of one sheet that are given at once.

    Attributes:
        due: Seconds of the event's own time after its first morning, nights left out.
        sheet: Number of the sheet among those of the rehearsal.
        row: The row's cells; null: the whole sheet.
    """

    due: float
    sheet: int
    row: tuple[str, ...] | None


@dataclass(frozen=True)
class Given:
    """A sheet that the rehearsal gives again.

    Attributes:
        kind: Kind of sheet.
        contest: The contest it belongs to; null: it says so itself.
        season: The season.
        file_name: Its name, for people.
        source_sheet: Sheet of the workbook; null: the first.
        data: The bytes of the file.
        header: The names of its columns; empty when it has none.
    """

    kind: str
    contest: str | None
    season: int
    file_name: str
    source_sheet: str | None
    data: bytes
    header: tuple[str, ...]

    def write(self, rows: Iterable[Sequence[str]]) -> bytes:
        """Return some rows as a sheet of their own."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([self.header, *rows])
        return text.getvalue().encode()


@dataclass(frozen=True)
class Rehearsal:
    """What there is to rehearse.

    Attributes:
        sheets: The sheets, in the order they came.
        before: Sheets that are given whole before the first morning.
        slips: Everything else, by due time.
    """

    sheets: tuple[Given, ...]
    before: tuple[int, ...]
    slips: tuple[Slip, ...]


def prepare_rehearsal(
    source: Store,
    target: Path,
    *,
    season: int,
    contests: Sequence[str] | None = None,
    seed: int | None = None,
) -> Rehearsal:
    """Write a copy of a ledger as it was before a season's first mark; say what came after.

    Args:
        source: The open ledger; it stays as it is.
        target: File of the copy; there must be none.
        season: The season to rehearse.
        contests: Only these contests; null: all of the season.
        seed: Marks are invented for contests that have a scheme and no marks; null: none are.

    Raises:
        NotFound: the season has no such contest.
        Refused: nothing is marked in it, or the target exists.
    """
    cursor = open_cursor(source, read_now(source))
    try:
        asked = {"season": season, "contests": list(contests) if contests else None}
        found = fetch(cursor.execute(_CONTESTS, asked)).to_pylist()
        if not found:
            raise NotFound("There is no such contest in season {season}.", season=season)
        chosen = {row["contest_no"]: row for row in found}
        sheets = fetch(cursor.execute(_SHEETS)).to_pylist()
        marking = [
            row
            for row in sheets
            if row["sheet_kind"] in MARKING and chosen.keys() & set(row["contests"])
        ]
        marked = {number for row in marking for number in row["contests"]}
        invented = [
            _invent(cursor, row, season, random.Random(f"{seed}/{row['contest']}"))  # noqa: S311  marks of nobody
            for number, row in chosen.items()
            if seed is not None and number not in marked
        ]
    finally:
        cursor.close()
    first = min((row["batch_no"] for row in marking), default=None)
    later = [row for row in sheets if first is not None and row["batch_no"] >= first]
    kept = [row for row in later if row["sheet_kind"] not in _LEFT or row in marking]
    given: list[Given] = []
    rows: list[tuple[int, tuple[int, ...], Rows]] = []
    for row in kept:
        sheet, lines = _take(source, row, season)
        if row["sheet_kind"] in MARKING:
            rows.append((len(given), tuple(row["contests"]), lines))
        given.append(sheet)
    for contest_no, sheet, lines in filter(None, invented):
        rows.append((len(given), (contest_no,), lines))
        given.append(sheet)
    if not rows:
        raise Refused(
            "Nothing is marked in season {season}. Let marks be invented with --invent.",
            season=season,
        )
    _copy(source, target, first)
    before = tuple(i for i, row in enumerate(kept) if row["sheet_kind"] not in MARKING)
    return Rehearsal(tuple(given), before, tuple(_plan(rows, chosen)))


def _copy(source: Store, target: Path, first: int | None) -> None:
    write_backup(source, target)
    if first is not None:
        copy = open_store(target, keeps_former=False)
        try:
            cut_back(copy, first - 1)
        finally:
            copy.close()


def _take(source: Store, row: Mapping[str, Any], season: int) -> tuple[Given, Rows]:
    """Return a sheet and its rows; of one without a header the whole is one row."""
    data = read_original(source, row["batch_no"])
    grid = read_grid(data, name=row["file_name"], sheet=row["source_sheet"])
    lines = iter_rows(grid)
    header = tuple(next(lines)) if grid.header else ()
    sheet = Given(
        kind=row["sheet_kind"],
        contest=row["contest"],
        season=season,
        file_name=row["file_name"],
        source_sheet=row["source_sheet"],
        data=data,
        header=header,
    )
    return sheet, [tuple(line) for line in lines] if header else [None]


def _plan(
    sheets: Iterable[tuple[int, tuple[int, ...], Rows]],
    contests: Mapping[int, Mapping[str, Any]],
) -> list[Slip]:
    """Spread the rows of each contest evenly over its days; the days of all contests are common."""
    groups: dict[tuple[int, ...], list[tuple[int, tuple[str, ...] | None]]] = defaultdict(list)
    for number, touched, rows in sheets:
        groups[touched].extend((number, row) for row in rows)
    days = {touched: _list_days(touched, contests) for touched in groups}
    order = {day: place for place, day in enumerate(sorted({d for s in days.values() for d in s}))}
    slips = []
    for touched, lines in groups.items():
        own = days[touched]
        for place, (number, row) in enumerate(lines):
            at = (place + 1) / len(lines) * len(own)
            day = min(int(at), len(own) - 1)
            slips.append(Slip((order[own[day]] + at - day) * DAY, number, row))
    return sorted(slips, key=lambda slip: slip.due)


def _list_days(touched: Iterable[int], contests: Mapping[int, Mapping[str, Any]]) -> list[dt.date]:
    """Return the days of contests, one after the other; one of no date when none is known."""
    known = [contests[number] for number in touched if number in contests]
    starts = [row["starts_on"] for row in known if row["starts_on"]]
    if not starts:
        return [dt.date.min]
    first = min(starts)
    last = max(row["ends_on"] or row["starts_on"] for row in known if row["starts_on"])
    return [first + dt.timedelta(days=day) for day in range((last - first).days + 1)]


def _invent(
    cursor: duckdb.DuckDBPyConnection,
    contest: Mapping[str, Any],
    season: int,
    chance: random.Random,
) -> tuple[int, Given, Rows] | None:
    """Return a sheet of marks for a contest that has none; null without a scheme or entries."""
    asked = cursor.execute(_TO_MARK, {"contest_no": contest["contest_no"]}).fetchall()
    if not asked:
        return None
    able = {entry: chance.uniform(0.4, 0.95) for entry, *_ in asked}
    rows: Rows = list(_invent_rows(asked, able, chance))
    sheet = Given(
        kind="marks",
        contest=contest["contest"],
        season=season,
        file_name="invented.csv",
        source_sheet=None,
        data=b"",
        header=("entry", "aspect", "judge", "mark"),
    )
    return contest["contest_no"], sheet, rows


def _invent_rows(
    asked: Iterable[tuple[str, str, str, Decimal]],
    able: Mapping[str, float],
    chance: random.Random,
) -> Iterator[tuple[str, ...]]:
    for entry, aspect, kind, most in asked:
        if kind == "J":
            near = round(able[entry] * 3)
            for judge in _JUDGES:
                mark = min(max(near - (chance.random() < _DISSENT), 0), 3)
                yield entry, aspect, judge, str(mark)
        else:
            yield entry, aspect, "", str(most if chance.random() < able[entry] else Decimal(0))
