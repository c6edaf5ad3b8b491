"""Known: what the ledger and the reference data say about the things a sheet names."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import duckdb
import pyarrow as pa

from kasipkor_core import house, rulesets
from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.values import clean

Row = tuple[object, ...]
_ALIASES = "select folded, region, kind, valid_from, valid_to from ref.region_alias"
_REGIONS = "select region, name_kk, name_ru, name_en from ref.region order by region"
_UNITS = """
    select programme, unit, edition, [name_kk, name_ru, name_en, former_name_en]
    from ref.unit order by programme, ord, unit
"""
_CONTESTS = "select contest, contest_no, level, season, starts_on, ends_on from known_contest"
_ENTRIES = "select contest, entry, name from known_entry"
_ASPECTS = """
    select contest, aspect from known_aspect
    union all
    select contest, criterion from known_criterion
"""
_EXPERTS = "select contest, expert from known_expert where expert is not null"
_CRITERIA = """
    select criterion, [criterion, label_kk, label_ru, label_en]
    from known_criterion where contest = $contest and criterion <> 'total' order by criterion
"""
_MADE_FROM = "select files_md5 from app.made where part = 'ref'"
_KEEP_RULESETS = "create or replace temp table known_ruleset as from given"
_NOTES = re.compile(r"\(([^()]*)\)")
_SINCE = re.compile(r"^(?:до|to|until|older|earlier)\b[^:]*:?\s*")


@dataclass(frozen=True)
class RegionAlias:
    """One meaning of a folded text: a region (null: ambiguous) in a period."""

    region: str | None
    kind: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True)
class KnownContest:
    """A contest of the ledger."""

    contest: str
    contest_no: int
    level: str
    season: int
    starts_on: dt.date | None
    ends_on: dt.date | None


@dataclass(frozen=True)
class Names:
    """What the names of the reference tables mean.

    Attributes:
        aliases: Folded text to regions.
        regions: Region code to its names (kk, ru, en).
        units: Programme to folded name to unit; the newest edition that knows the name wins.
    """

    aliases: dict[str, list[RegionAlias]] = field(default_factory=dict)
    regions: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    units: dict[str, dict[str, str]] = field(default_factory=dict)


_READ: dict[str, Names] = {}  # by what the reference tables are made from


@dataclass
class Known:
    """What names can mean.

    Attributes:
        names: Those of the reference tables.
        contests: Contest id to contest.
        entries: Contest id to entry, as it is written, to name.
        aspects: Contest id to squeezed id to aspect or criterion.
        experts: Contest id to folded name to expert.
    """

    names: Names = field(default_factory=Names)
    contests: dict[str, KnownContest] = field(default_factory=dict)
    entries: dict[str, dict[str, str | None]] = field(default_factory=dict)
    aspects: dict[str, dict[str, str]] = field(default_factory=dict)
    experts: dict[str, dict[str, str]] = field(default_factory=dict)
    _folded: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def fold_entries(self, contest: str) -> dict[str, str | None]:
        """Return folded id or name to entry; null when two entries share the name.

        Folded only once a cell needs it: a clean sheet names every entry as it is written.
        """
        if contest not in self._folded:
            entries = self.entries.get(contest, {})
            folded: dict[str, str | None] = {}
            for entry, name in entries.items():
                key = fold(name or "")
                folded[key] = None if key in folded else entry
            folded.update({fold(entry): entry for entry in entries})
            self._folded[contest] = folded
        return self._folded[contest]


def load_known(cursor: duckdb.DuckDBPyConnection, contests: Iterable[str]) -> Known:
    """Read what is known about the contests a sheet names, and fill the ``known_*`` tables.

    Args:
        cursor: A cursor of a staff reader at the head; keeps the temporary tables.
        contests: Contest ids as the sheet writes them; unknown ones are left out.
    """
    known = Known(names=_find_names(cursor))
    _keep_rulesets(cursor)
    _load_contests(cursor, known, list(contests), ("entries", "criteria"))
    _load_entries(cursor, known)
    for contest, aspect in cursor.execute(_ASPECTS).fetchall():
        known.aspects.setdefault(contest, {})[squeeze(aspect)] = aspect
    for contest, expert in cursor.execute(_EXPERTS).fetchall():
        known.experts.setdefault(contest, {})[fold(expert)] = expert
    return known


def list_criteria(
    cursor: duckdb.DuckDBPyConnection, *, contest: str | None = None
) -> dict[str, str]:
    """Return the criteria of a contest: every name of a criterion to the criterion.

    Args:
        cursor: A cursor of a staff reader at the head.
        contest: Contest id, or null: no criteria are known.
    """
    if contest is None:
        return {}
    _keep_rulesets(cursor)
    _load_contests(cursor, Known(), [contest], ("criteria",))
    rows = cursor.execute(_CRITERIA, {"contest": contest}).fetchall()
    return {name: criterion for criterion, names in rows for name in names if name}


def squeeze(text: str) -> str:
    """Return the folded text without blanks."""
    return fold(text).replace(" ", "")


def _find_names(cursor: duckdb.DuckDBPyConnection) -> Names:
    """Return the names of the reference tables, read once for what these are made from."""
    made_from = "".join(name for (name,) in cursor.execute(_MADE_FROM).fetchall())
    if made_from not in _READ:
        names = Names()
        _load_regions(cursor, names)
        _load_units(cursor, names)
        _READ[made_from] = names
    return _READ[made_from]


def _load_regions(cursor: duckdb.DuckDBPyConnection, known: Names) -> None:
    for folded, *alias in cursor.execute(_ALIASES).fetchall():
        known.aliases.setdefault(folded, []).append(RegionAlias(*alias))
    for region, *names in cursor.execute(_REGIONS).fetchall():
        known.regions[region] = (names[0], names[1], names[2])


def _load_units(cursor: duckdb.DuckDBPyConnection, known: Names) -> None:
    rows = cursor.execute(_UNITS).fetchall()
    for programme, unit, _edition, names in rows:
        units = known.units.setdefault(programme, {})
        for name in _list_names(names):
            numbered = (name, f"{unit} {name}", f"{unit.lstrip('0')} {name}")
            units.update({fold(text): unit for text in numbered})
    for programme, unit, _edition, _names in rows:
        known.units[programme].update({fold(unit): unit, fold(unit.lstrip("0")): unit})


def _list_names(names: list[str | None]) -> list[str]:
    """Return the names, and those that stand in brackets: ``A (to 2024: B)`` is A and B."""
    written = [name for name in names if name]
    bare = [_NOTES.sub("", name) for name in written]
    noted = [_SINCE.sub("", note) for name in written for note in _NOTES.findall(name)]
    return [clean(name) for name in (*noted, *written, *bare) if clean(name)]


def _keep_rulesets(cursor: duckdb.DuckDBPyConnection) -> None:
    """Keep the rulesets of today by their names: those a new contest can pin."""
    cursor.register("given", _describe_rulesets())
    try:
        cursor.execute(_KEEP_RULESETS)
    finally:
        cursor.unregister("given")


@cache
def _describe_rulesets() -> pa.Table:
    loaded = rulesets.load_rulesets()
    return pa.table(
        {
            "ruleset": [one.ruleset for one in loaded],
            "ruleset_hash": [one.ruleset_hash for one in loaded],
            "programme": [one.programme for one in loaded],
        }
    )


def _load_contests(
    cursor: duckdb.DuckDBPyConnection, known: Known, contests: list[str], of_them: Iterable[str]
) -> None:
    """Fill ``known_contest``, and the tables of what is asked of those contests."""
    cursor.execute(_read_sql("contest"), {"contests": contests})
    cursor.execute(_read_sql("tables"))
    for row in cursor.execute(_CONTESTS).fetchall():
        known.contests[row[0]] = KnownContest(*row)
    numbers = [contest.contest_no for contest in known.contests.values()]
    if not numbers:
        return
    given = {"contests": numbers, "low": min(numbers), "high": max(numbers)}
    for statement in cursor.extract_statements("".join(map(_read_sql, of_them))):
        used = {name: given[name] for name in statement.named_parameters}
        cursor.execute(statement, used or None)


def _load_entries(cursor: duckdb.DuckDBPyConnection, known: Known) -> None:
    for contest, entry, name in cursor.execute(_ENTRIES).fetchall():
        known.entries.setdefault(contest, {})[entry] = name


def _read_sql(name: str) -> str:
    return (house.SQL / "known" / f"{name}.sql").read_text(encoding="utf-8")
