"""Demonstration exams: the passports of the views against the second engine."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields

import duckdb

from kasipkor_core import recount
from kasipkor_core.recount.exams import (
    Day,
    Examinee,
    Passport,
    Result,
    Somebody,
    count_passports,
)
from kasipkor_core.rulesets import parse_ruleset
from kasipkor_core.store.compare import Difference
from kasipkor_core.store.compare_movement import list_merged
from kasipkor_core.store.differences import Row, read_rows

_EXAMS = """
    select
        contest.contest_no, contest.contest, contest.starts_on, contest.ends_on, contest.unit,
        contest.edition, ruleset.content
    from fact.contest as contest
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where ruleset.engine = 'exam'
    order by contest.contest_no
"""
_EXAMINEES = """
    select
        contest_no, entry_no, is_wsk, certificate_from, certificate_to, score, is_present,
        is_student
    from fact.exam_result
"""
_RESULTS = """
    select
        contest.contest_no, entry.entry_no, contest.programme, contest.level,
        coalesce(contest.stream, 'wsk') as stream, contest.unit, contest.edition, total.award,
        sign_off.is_archive or sign_off.is_signed as is_final
    from fact.contest as contest
    inner join fact.entry as entry on entry.contest_no = contest.contest_no
    inner join score.sign_off as sign_off on sign_off.contest_no = contest.contest_no
    left join fact.entry_total as total
        on total.contest_no = entry.contest_no
        and total.entry_no = entry.entry_no
    where entry.status = 'active' and contest.programme = $programme
"""
_MEMBERS = """
    select
        member.contest_no, member.entry_no, member.name_no, member.name, member.person,
        member.organisation, coalesce(member.region, contest.region) as region
    from fact.entry_member as member
    inner join fact.contest as contest on contest.contest_no = member.contest_no
"""
_DECISIONS = """
    select
        decision.contest_no, decision.entry_no, decision.kind, decision.value,
        other.contest_no as other_contest_no, entry.entry_no as other_entry_no
    from fact.decision as decision
    left join fact.contest as other on other.contest = split_part(decision.value, '/', 1)
    left join fact.entry as entry
        on entry.contest_no = other.contest_no
        and entry.entry = substr(decision.value, length(other.contest) + 2)
    where decision.entry_no is not null
    order by decision.batch_no, coalesce(decision.source_row, 0)
"""
_PASSPORTS = """
    select
        contest_no, entry_no, score, basis, reason, number, grade, is_eligible, is_to_confirm
    from score.passport
"""
_BASES = ("championship", "national_team")
_NAMES = tuple(one.name for one in fields(Passport) if one.name != "entry_no")
Key = tuple[int, int]


def compare_exams(cursor: duckdb.DuckDBPyConnection) -> list[Difference]:
    """Return where passports differ from the second engine.

    Args:
        cursor: A cursor with its variables set (``as_of``, ``audience``).

    Source:
        Rulebook DE-05 to DE-19. Whether a championship is signed is taken as the views have it.
    """
    exams = read_rows(cursor, _EXAMS)
    if not exams:
        return []
    known = _list_somebodies(cursor)
    said = _list_decisions(cursor)
    examinees: dict[int, list[Examinee]] = defaultdict(list)
    for row in read_rows(cursor, _EXAMINEES):
        examinees[row["contest_no"]].append(_describe(row, known, said))
    shown = _list_shown(cursor)
    return [
        difference
        for exam in exams
        for difference in _compare(
            exam["contest"],
            shown[exam["contest_no"]],
            _count(cursor, exam, examinees[exam["contest_no"]], known),
        )
    ]


def _count(
    cursor: duckdb.DuckDBPyConnection,
    exam: Row,
    examinees: list[Examinee],
    known: Mapping[Key, Somebody],
) -> list[Passport]:
    rules = parse_ruleset(exam["content"], name="ref.ruleset").exam
    if rules is None:
        return []
    day = Day(exam["starts_on"], exam["ends_on"], exam["unit"], exam["edition"])
    programmes = sorted({one.programme for one in rules.exemptions})
    results = [one for programme in programmes for one in _list_results(cursor, programme, known)]
    near = _index(results)
    return [
        passport
        for one in examinees
        for passport in count_passports(rules, day, [one], _pick(near, one.who))
    ]


def _list_results(
    cursor: duckdb.DuckDBPyConnection, programme: str, known: Mapping[Key, Somebody]
) -> Iterator[Result]:
    for row in cursor.execute(_RESULTS, {"programme": programme}).fetchall():
        key = (row[0], row[1])
        yield Result(key, known[key], *row[2:])


def _index(results: list[Result]) -> dict[object, dict[Key, Result]]:
    """Return the results by person and by folded name: a nation has too many to try them all."""
    near: dict[object, dict[Key, Result]] = defaultdict(dict)
    for result in results:
        for mark in _list_marks(result.who):
            near[mark][result.key] = result
    return near


def _pick(near: Mapping[object, dict[Key, Result]], who: Somebody) -> list[Result]:
    picked: dict[Key, Result] = {}
    for mark in _list_marks(who):
        picked |= near.get(mark, {})
    return list(picked.values())


def _list_marks(who: Somebody) -> list[object]:
    names = [recount.fold_name(name) for name, _, _ in who.looks if name]
    return [*who.persons, *names]


def _list_somebodies(cursor: duckdb.DuckDBPyConnection) -> dict[Key, Somebody]:
    rows = read_rows(cursor, _MEMBERS)
    persons = recount.join_persons(
        (
            recount.Member(
                entry=(row["contest_no"], row["entry_no"]),
                member=row["name_no"],
                code=row["person"],
                name=row["name"],
                region=row["region"],
                organisation=row["organisation"],
            )
            for row in rows
        ),
        list_merged(cursor),
    )
    looks: dict[Key, list[tuple[str | None, str | None, str | None]]] = defaultdict(list)
    for row in rows:
        key = (row["contest_no"], row["entry_no"])
        looks[key].append((row["name"], row["organisation"], row["region"]))
    return {key: Somebody(persons[key], tuple(looks[key])) for key in persons}


def _list_decisions(cursor: duckdb.DuckDBPyConnection) -> dict[Key, list[Row]]:
    said: dict[Key, list[Row]] = defaultdict(list)
    for row in read_rows(cursor, _DECISIONS):
        key, other = (row["contest_no"], row["entry_no"]), _name_other(row)
        said[key].append(row | {"other": other})
        if other and row["kind"].startswith("person_"):
            said[other].append(row | {"other": key})
    return said


def _name_other(row: Row) -> Key | None:
    if row["other_entry_no"] is None:
        return None
    return (row["other_contest_no"], row["other_entry_no"])


def _describe(row: Row, known: Mapping[Key, Somebody], said: dict[Key, list[Row]]) -> Examinee:
    key = (row.pop("contest_no"), row["entry_no"])
    linked: dict[Key, str] = {}
    waived = number = None
    for act in said.get(key, []):
        if act["kind"].startswith("person_") and act["other"]:
            linked[act["other"]] = act["kind"]
        elif act["kind"] == "waiver" and act["value"] in _BASES:
            waived = act["value"]
        elif act["kind"] == "award":
            number = act["value"]
    return Examinee(
        **row,
        who=known[key],
        parted=frozenset(other for other, kind in linked.items() if kind == "person_split"),
        is_excluded=any(act["kind"] == "exclude" for act in said.get(key, [])),
        waived=waived,
        number=number,
    )


def _list_shown(cursor: duckdb.DuckDBPyConnection) -> defaultdict[int, dict[int, Passport]]:
    shown: defaultdict[int, dict[int, Passport]] = defaultdict(dict)
    for number, *row in cursor.execute(_PASSPORTS).fetchall():
        shown[number][row[0]] = Passport(*row)
    return shown


def _compare(
    contest: str, in_views: dict[int, Passport], counted: list[Passport]
) -> Iterator[Difference]:
    in_recount = {one.entry_no: one for one in counted}
    for entry_no in sorted(in_views.keys() | in_recount.keys()):
        one, other = in_views.get(entry_no), in_recount.get(entry_no)
        if one is None or other is None:
            yield Difference(contest, entry_no, "*", one is not None, other is not None)
            continue
        for name in _NAMES:
            if getattr(one, name) != getattr(other, name):
                values = getattr(one, name), getattr(other, name)
                yield Difference(contest, entry_no, f"passport.{name}", *values)
