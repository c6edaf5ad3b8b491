"""A ledger in memory that tests lay facts straight into: the views without the appender.

    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(3)
    ledger.lay("score", {"entry_no": 1, "points": 80}, {"entry_no": 2, "points": 70})
    ledger.tally()
    ledger.read("select entry_no, place from mart.leaderboard where contest_no = 1")

Every ``lay`` is a batch of its own, in force at once. Columns that are left out take the values
below; ``contest_no`` is 1 unless said otherwise.
"""

import weakref
from collections import defaultdict

from kasipkor_core import house, rulesets
from kasipkor_core.store import reference
from kasipkor_core.store.standings import snapshot_standings
from tests.ready import connect_ready

_TABLES = {
    "contest_fact": {
        "programme": "worldskills",
        "season": 2022,
        "level": "republic",
        "is_archive": False,
    },
    "entry_origin": {},
    "entry_fact": {"name_no": 0, "personal_digest": "", "is_guest": False, "status": "active"},
    "application": {"name_no": 0, "personal_digest": "", "has_consent": True},
    "aspect": {"criterion": "A", "sub_criterion": "A1", "kind": "M", "max_mark": 1},
    "mark": {"judge_no": 0},
    "score": {"judge_no": 0, "criterion": "total"},
    "scale_score": {},
    "decision": {"subject": "", "value": "", "who": "jury", "reason": "decided"},
    "expert": {"name_no": 0, "personal_digest": "", "role": "judge", "for_contest_no": 1},
    "organisation": {},
    "vacancy": {"post": "teacher", "units": 1, "is_english": False},
    "candidate_answer": {},
    "exam_result": {"is_wsk": True},
    "work": {"received_at": "2023-01-10T06:00:00Z", "has_flag": False},
    "selection_result": {},
    "indicator_value": {"region": "KZ-31", "period": 2022},
    "indicator_target": {"year": 2022, "source": "plan"},
    "centre_item": {
        "organisation": "college",
        "region": "KZ-31",
        "profile": "004",
        "state": "done",
    },
    "schedule_item": {
        "programme": "teacher-skill",
        "season": 2022,
        "level": "republic",
        "region": "KZ-71",
    },
    "event": {
        "programme": "other",
        "season": 2022,
        "event": "event",
        "title": "Event",
        "state": "planned",
    },
}
_BATCH = """
    insert into ledger.batch by name
    select
        $batch_no as batch_no, uuid() as batch_id, $kind as kind, $sheet_kind as sheet_kind,
        'test' as actor, 'operator' as actor_role,
        timestamptz '2022-11-01 00:00:00+00' + to_minutes($batch_no) as recorded_at,
        0 as row_count, '' as content_sha256, '' as tally_sha256, '' as prev_sha256, '' as sha256
"""
_SHEET_KINDS = {
    "contest_fact": "contests",
    "entry_fact": "entries",
    "mark": "marks",
    "score": "scores",
    "aspect": "scheme",
    "scale_score": "archive",
    "vacancy": "vacancies",
    "candidate_answer": "candidates",
    "exam_result": "exams",
    "work": "works",
    "selection_result": "selection",
}


_NAME = """
    insert into private.name by name
    select $name_no as name_no, '' as salt, $name as name, score.folded_name($name) as folded
"""
_FACTS = """
    select schema_name || '.' || table_name
    from duckdb_tables()
    where schema_name in ('ledger', 'tally', 'private') and table_name <> 'ruleset'
"""
_VIEWS = "select max(view_oid), count(*) from duckdb_views()"  # a view made anew has a new number
_free = defaultdict(list)  # opened connections that no test holds any more, by variants


def _open(variants):
    con = connect_ready()
    for text in variants:
        ruleset = rulesets.parse_ruleset(text, name="variant")
        con.execute(
            "insert into ledger.ruleset values (?, ?, 0, ?)",
            [ruleset.ruleset_hash, ruleset.ruleset, text],
        )
    if variants:
        reference.load_reference(con)
    return con


def _take(variants):
    """Return a connection that nobody holds and whose views are as they were made."""
    while _free[variants]:
        con, made = _free[variants].pop()
        if con.execute(_VIEWS).fetchone() == made:
            _empty(con)
            return con, made
    con = _open(variants)
    return con, con.execute(_VIEWS).fetchone()


def _empty(con):
    for (table,) in con.execute(_FACTS).fetchall():
        con.execute(f"delete from {table}")


class Ledger:
    """Facts, reference tables and views in memory; reads as staff at the newest batch."""

    def __init__(self, *variants):
        """Open it; ``variants`` are texts of rulesets beside those of ``data/rulesets``."""
        self.con, made = _take(variants)
        weakref.finalize(self, _free[variants].append, (self.con, made))
        self.batch_no = 0
        self.see()

    def see(self, *, as_of=None, audience="staff", lang="kk"):
        """Choose whose eyes: the newest batch unless ``as_of`` is given."""
        self.con.execute("set variable as_of = $n::integer", {"n": as_of or self.batch_no})
        self.con.execute("set variable audience = $name::varchar", {"name": audience})
        self.con.execute("set variable lang = $name::varchar", {"name": lang})
        self.con.execute("set variable moment = now()")

    def lay(self, table, *rows):
        """Put rows into one ledger table as a new batch in force; return its number."""
        kind = "decision" if table == "decision" else "sheet"
        self._open_batch(kind, _SHEET_KINDS.get(table))
        for number, row in enumerate(rows, 1):
            given = {"contest_no": 1, "batch_no": self.batch_no, "source_row": number}
            self._insert(f"ledger.{table}", given | _TABLES[table] | row)
        if table == "entry_fact":
            self.show_entries()
        for contest_no in sorted({row.get("contest_no", 1) for row in rows}):
            self.force(contest_no, self.batch_no)
        return self.batch_no

    def show_entries(self):
        """Keep how the newest batch shows its entries, as far as it has them now."""
        self.con.execute(f"delete from private.shown_entry where batch_no = {self.batch_no}")
        self.see()
        self._run_append("shown_entry")

    def lay_contest(self, ruleset="worldskills", contest_no=1, **columns):
        """Put a contest under a ruleset, named by id or hash; the id is ``contest-<number>``."""
        found = self.read(
            "select ruleset_hash, programme from ref.ruleset"
            " where $name in (ruleset, ruleset_hash)",
            name=ruleset,
        )[0]
        contest = columns.pop("contest", f"contest-{contest_no}")
        self._insert("ledger.contest", {"contest_no": contest_no, "contest": contest})
        return self.lay("contest_fact", {"contest_no": contest_no} | found | columns)

    def register(self, subject, contest_no=1):
        """Give a public subject its number: a schedule, the indicators of a year, the centres."""
        self._insert("ledger.contest", {"contest_no": contest_no, "contest": subject})

    def lay_entries(self, *entries, contest_no=1):
        """Put entries; a number stands for so many plain ones, a dict for one with its columns."""
        if len(entries) == 1 and isinstance(entries[0], int):
            entries = [{"entry_no": number} for number in range(1, entries[0] + 1)]
        rows = [{"contest_no": contest_no, "entry_no": n} | e for n, e in enumerate(entries, 1)]
        names = [row.pop("name", f"Entry {row['entry_no']}") for row in rows]
        for row, name in zip(rows, names, strict=True):
            row["name_no"] = self._insert_name(name)
            entry = row.pop("entry", f"e{row['entry_no']}")
            keys = {key: row[key] for key in ("contest_no", "entry_no")}
            self._insert("ledger.entry", keys | {"entry": entry})
        return self.lay("entry_fact", *rows)

    def name_judges(self, *names, contest_no=1):
        """Give judges of a contest their numbers, from 1."""
        for number, name in enumerate(names, 1):
            row = {"contest_no": contest_no, "judge_no": number, "salt": "", "judge": name}
            self._insert("private.judge", row)

    def decide(self, kind, value="", *, entry_no=None, contest_no=1):
        """Record a decision about a contest or one of its entries; return the batch number."""
        row = {"contest_no": contest_no, "entry_no": entry_no, "kind": kind, "value": value}
        return self.lay("decision", row)

    def publish(self, contest_no=1, *, as_of=None):
        """Let the public read a contest up to a batch; return the number of the publication."""
        number = as_of or self.batch_no
        self._open_batch("publication", None)
        self._insert(
            "ledger.publication",
            {"contest_no": contest_no, "batch_no": self.batch_no, "published_batch_no": number},
        )
        self.force(contest_no, self.batch_no)
        return self.batch_no

    def force(self, contest_no, subject, *, is_in_force=True):
        """Write one line of the log of force at the newest batch."""
        row = {"contest_no": contest_no, "batch_no": self.batch_no, "subject_batch_no": subject}
        self._insert("ledger.force", row | {"is_in_force": is_in_force})
        self.see()
        self.write_spans()

    def write_spans(self):
        """Say in ``tally.span`` what the newest batch says in the log of force."""
        self._run_append("span_end")
        self._run_append("span")

    def undo(self, contest_no, subject):
        """Take a batch out of force; return the number of the undo."""
        self._open_batch("undo", None)
        self.force(contest_no, self.batch_no)
        self.force(contest_no, subject, is_in_force=False)
        return self.batch_no

    def tally(self, *contests):
        """Snapshot the totals of contests (1 if none is named) at the newest batch."""
        numbers = list(contests or (1,))
        given = {"contests": numbers, "low": min(numbers), "high": max(numbers)}
        self._run_append("tally", given)
        told = {"kind": "decision", "sheet_kind": None, "undoes_batch_no": None}
        self._run_append("tally_head", given | told)  # the row of the batch says itself what it is
        snapshot_standings(self.con, self.batch_no, is_reckoned=True)

    def read(self, sql, **params):
        """Return the rows of a query as dicts, in the query's own order."""
        cursor = self.con.execute(sql, params or None)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def column(self, view, column, *, contest_no=1):
        """Return one column of a contest view by ``entry_no``."""
        rows = self.read(
            f"select entry_no, {column} as value from {view} where contest_no = $contest_no",
            contest_no=contest_no,
        )
        return {row["entry_no"]: row["value"] for row in sorted(rows, key=lambda r: r["entry_no"])}

    def _open_batch(self, kind, sheet_kind):
        self.batch_no += 1
        self.con.execute(
            _BATCH, {"batch_no": self.batch_no, "kind": kind, "sheet_kind": sheet_kind}
        )

    def _run_append(self, name, params=None):
        text = (house.SQL / "appends" / f"{name}.sql").read_text(encoding="utf-8")
        self.con.execute(text, params)

    def _insert_name(self, name):
        number = self.read("select count(*) + 1 as n from private.name")[0]["n"]
        self.con.execute(_NAME, {"name_no": number, "name": name})
        return number

    def _insert(self, table, row):
        fields = ", ".join(f"${name} as {name}" for name in row)
        self.con.execute(f"insert into {table} by name select {fields}", row)


def vary(ruleset, *changes):
    """Return the text of a ruleset with every ``(old, new)`` replaced once.

    The variant is a ruleset of its own (``<id>-variant``), so that contests can name it.
    """
    text = (house.DATA / "rulesets" / f"{ruleset}.toml").read_text(encoding="utf-8")
    for old, new in ((f'ruleset = "{ruleset}"', f'ruleset = "{ruleset}-variant"'), *changes):
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {ruleset}")
        text = text.replace(old, new)
    return text
