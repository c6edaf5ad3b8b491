"""Whatever is corrected or undone, what was told beforehand is what then happened, no more no less.

The account that the preview is held against asks the views themselves about every contest there is,
before the act and after it, and knows nothing of what the preview leaves out for speed.
"""

from contextlib import suppress

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.store import (
    MEMORY,
    Store,
    append_advance,
    append_decision,
    append_undo,
    commit,
    foresee_decision,
    foresee_sheet,
    foresee_undo,
    query,
    read_now,
)
from tests.foreseeing import issue_plain, prepare
from tests.movement import ENFORCED, Championship
from tests.ready import keep, lay_facts

LIMIT = (ENFORCED, ("maximum = 30 ", "maximum = 2 "))
NEXT = "contest-9"
CONTESTS = ("contest-1", "contest-2", "contest-3", NEXT)
QUESTIONS = {
    "place": "select contest, entry, '' as number, place::varchar as value from mart.leaderboard",
    "award": "select contest, entry, '' as number, award as value from mart.leaderboard",
    "total": "select contest, entry, '' as number, total::varchar as value from mart.leaderboard",
    "seat": "select contest, entry, '' as number, status as value from mart.quota_seats",
    "document": """
        select '' as contest, '' as entry, document as number, status as value
        from mart.documents
    """,
    "name": "select contest, entry, '' as number, public_name as value from mart.public_names",
    "signature": """
        select contest, null as entry, '' as number, 'signed' as value
        from mart.contests
        where is_final
    """,
}
GOING = "select contest, entry from mart.going_on"
GONE = """
    select registry.contest, entry.entry
    from fact.entry_origin as origin
    inner join fact.contest as next on next.contest_no = origin.contest_no
    inner join fact.entry as member
        on member.contest_no = origin.contest_no and member.entry_no = origin.entry_no
    inner join ledger.contest as registry on registry.contest_no = origin.from_contest_no
    inner join ledger.entry as entry
        on entry.contest_no = origin.from_contest_no and entry.entry_no = origin.from_entry_no
"""
MARKS = st.dictionaries(
    st.sampled_from(["e1", "e2", "e3"]), st.integers(60, 64), min_size=1, max_size=3
)
DECISIONS = (
    ("exclude", "/{entry}", "-"),
    ("award", "/{entry}", "gold"),
    ("award", "/{entry}", "certificate"),
    ("tie", "/{entry}", "out"),
    ("tie", "/{entry}", "in"),
    ("waiver", "/{entry}", "seat"),
    ("award", "", "confirmed"),
    ("reopen", "", "chief_expert"),
    ("person_merge", "/{entry}", "contest-1/e1"),
    ("person_split", "/{entry}", "contest-1/e1"),
    ("ruleset", "", "worldskills"),
    ("names", "", "short"),
    ("names", "/{entry}", "full"),
    ("names", "/{entry}", "short"),
)
ACT = st.tuples(
    st.sampled_from(
        [
            "scores",
            "scores",
            "rename",
            "undo",
            "undo",
            "decide",
            "decide",
            "sign",
            "issue",
            "advance",
        ]
    ),
    st.integers(0, 3),
    MARKS,
    st.integers(0, 99),
)


def play():
    """Three contests of a region that may send two persons, their next level, papers of two."""
    championship = Championship(*LIMIT)
    for marks in ((64, 62), (63, 61), (62,)):
        championship.hold(*marks)
    championship.ledger.lay_contest(championship.ruleset, 9, level="republic", unit="01")
    ledger = championship.settle()
    for number in (1, 2, 3):
        ledger.decide("sign_off", "signed", contest_no=number)
        ledger.tally(number)
    store = Store(MEMORY, ledger.con)
    issue_plain(store, "contest-1", kinds=("protocol", "diploma", "best_of_region"))
    issue_plain(store, "contest-2")
    append_advance(store, "contest-1", actor="office")
    return ledger, store


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The file of a ledger on which ``play`` was played."""
    ledger, store = play()
    file = keep(store, tmp_path_factory.mktemp("played") / "played.duckdb")
    del ledger
    return file


def begin(file):
    ledger = Championship(*LIMIT).ledger
    lay_facts(ledger.con, file, but=("ledger.ruleset",))
    return ledger, Store(MEMORY, ledger.con)


def look(store):
    """Return every value there is, by field, contest, entry and number."""
    reader = read_now(store)
    values = {}
    for field, sql in QUESTIONS.items():
        for row in query(store, sql, reader).to_pylist():
            values[field, row["contest"], row["entry"], row["number"]] = row["value"]
    going = {(row["contest"], row["entry"]) for row in rows(store, GOING)}
    gone = {(row["contest"], row["entry"]) for row in rows(store, GONE)}
    left_from = {contest for contest, _ in gone}
    for contest, entry in {key for key in going if key[0] in left_from} | gone:
        standing = "entitled" if (contest, entry) not in gone else "listed"
        is_stray = (contest, entry) not in going
        values["start_list", contest, entry, ""] = "stray" if is_stray else standing
    return {key: value for key, value in values.items() if value is not None}


def rows(store, sql):
    return query(store, sql, read_now(store)).to_pylist()


def compare(before, after):
    return {
        (*key, before.get(key), after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    }


def told(foreseen):
    """Return the same of a preview; a document is known by its number alone."""
    return {
        ("document", "", "", one.number, one.before, one.after)
        if one.field == "document"
        else (one.field, one.contest, one.entry, "", one.before, one.after)
        for one in foreseen.differences
    }


def act(store, given_act):
    """Do one act; return what was told before, null of what is not foreseen or was refused."""
    kind, which, marks, pick = given_act
    contest = CONTESTS[which]
    match kind:
        case "scores" | "rename":
            return write(store, kind, contest, marks)
        case "undo":
            batch_no = 1 + pick % read_now(store).as_of
            said = {"actor": "chief", "reason": "x"}
            return look_and_do(
                lambda: foresee_undo(store, batch_no),
                lambda told: append_undo(store, batch_no, approved=told, **said),
            )
        case "decide":
            return decide(store, contest, min(marks), DECISIONS[pick % len(DECISIONS)])
    with suppress(KasipkorError):
        do_other(store, kind, contest)
    return None


def write(store, kind, contest, marks):
    """Write a corrected sheet of points or names, in the place of a former one if there is any."""
    column = "total" if kind == "scores" else "name"
    lines = [f"{e},{x if kind == 'scores' else f'Person {x}'}" for e, x in marks.items()]
    text = "\n".join([f"entry,{column}", *lines]) + "\n"
    sheet = "scores" if kind == "scores" else "entries"
    try:
        prepared = prepare(store, text, kind=sheet, contest=contest, replaces="yes")
    except KasipkorError:  # several sheets could be meant
        return None
    return look_and_do(
        lambda: foresee_sheet(store, prepared, replaces="yes"),
        lambda told: commit(store, prepared, replaces="yes", approved=told),
    )


def decide(store, contest, entry, decision):
    """Decide something by hand about a contest or one of its entries."""
    kind, about, value = decision
    said = {"subject": contest + about.format(entry=entry), "value": value}
    return look_and_do(
        lambda: foresee_decision(store, kind, **said),
        lambda told: append_decision(store, kind, actor="jury", reason="x", approved=told, **said),
    )


def look_and_do(look_ahead, do):
    """Look ahead and act; what is refused beforehand is refused, and nothing else is."""
    try:
        foreseen = look_ahead()
    except KasipkorError:
        with pytest.raises(KasipkorError):
            do(None)
        return None
    do(foreseen)
    return foreseen


def do_other(store, kind, contest):
    match kind:
        case "sign":
            append_decision(
                store, "sign_off", subject=contest, value="signed", actor="chief", reason="x"
            )
        case "issue":
            issue_plain(store, contest)
        case "advance":
            append_advance(store, contest, actor="office")


def check_acts(file, acts):
    ledger, store = begin(file)
    before = look(store)
    for one in acts:
        foreseen = act(store, one)
        after = look(store)
        if foreseen is not None:
            check_told(told(foreseen), compare(before, after))
        before = after
    del ledger


def check_told(said, happened):
    """What is new in events without any place is not told; all else is."""
    is_first = not any(before for *_, before, _ in happened)
    assert said == happened or (is_first and not said)


NOT_SHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)  # an act costs a second


@settings(max_examples=1, deadline=None, phases=NOT_SHRUNK)
@given(st.lists(ACT, min_size=1, max_size=2))
def test_what_is_told_beforehand_is_what_then_happens(played, acts):
    check_acts(played, acts)


@pytest.mark.long
@settings(max_examples=30, deadline=None, phases=NOT_SHRUNK)
@given(st.lists(ACT, min_size=3, max_size=6))
def test_what_is_told_beforehand_is_what_then_happens_thirty_times(played, acts):
    check_acts(played, acts)


@pytest.mark.sampled
@pytest.mark.parametrize("number", range(len(DECISIONS)), ids=lambda n: "-".join(DECISIONS[n][::2]))
def test_what_a_decision_by_hand_changes_is_told_beforehand(played, number):
    sign = ("sign", 0, {"e1": 60}, 0)
    check_acts(played, [sign, ("decide", 0, {"e1": 60}, number), ("decide", 1, {"e2": 60}, number)])
