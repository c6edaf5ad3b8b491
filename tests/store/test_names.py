"""Names in public: of minors, or of all, the public reads initials; everybody else reads on."""

import pytest

from kasipkor_core import access
from kasipkor_core.errors import NotAllowed, Refused
from kasipkor_core.store import (
    Reader,
    append_advance,
    append_decision,
    append_erasure,
    append_publication,
    append_undo,
    foresee_decision,
    foresee_undo,
    open_store,
    query,
    read_head,
    read_now,
    read_published,
    restore_backup,
    verify,
)
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import keep, open_played

OTHER = "worldskills-2026-republic-09"
ENTRIES = """entry,name,birth_date,region
01,Сейтова Әлия Маратқызы,2010-05-01,KZ-35
02,Оспан Болат,2008-11-10,KZ-75
02,Оспан Бибігүл,2008-11-11,KZ-75
03,Ким Анна-Мария,,KZ-71
"""
SCORES = "entry,total\n01,90\n02,80\n03,70\n"
NAMES = {"01": "Сейтова Әлия Маратқызы", "02": "Оспан Болат, Оспан Бибігүл", "03": "Ким Анна-Мария"}
MINORS = NAMES | {"01": "Сейтова Ә. М.", "02": "Оспан Болат, Оспан Б."}
SHORT = {"01": "Сейтова Ә. М.", "02": "Оспан Б., Оспан Б.", "03": "Ким А.-М."}


def play(store):
    """A published result of a minor, of a team of whom one is a minor by a day, and of somebody."""
    hold_contests(store)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    signed = {"subject": REPUBLIC, "value": "signed", "actor": "chief", "reason": "done"}
    append_decision(store, "sign_off", **signed)
    append_publication(store, [REPUBLIC], as_of=read_head(store), actor="office")


@pytest.fixture
def held():
    store = open_played("names", play)
    yield store
    store.close()


def decide(store, value="minors", *, entry=None, **more):
    subject = f"{REPUBLIC}/{entry}" if entry else REPUBLIC
    told = {"actor": "office", "reason": "ата-анасының өтініші"} | more
    return append_decision(store, "names", subject=subject, value=value, **told)


def undo(store, batch_no):
    return append_undo(store, batch_no, actor="office", reason="қате").batch_no


def read_names(store, reader=None, view="leaderboard", name="name"):
    reader = reader or read_now(store, audience="public")
    rows = query(store, f"select entry, {name} as name from mart.{view} order by entry", reader)
    return {row["entry"]: row["name"] for row in rows.to_pylist()}


def read_staff(store):
    return read_names(store, read_now(store))


def test_a_minor_is_who_is_eighteen_after_the_first_day_and_not_on_it(held):
    rows = held.cursor().execute(
        "select name.name, member.is_minor from ledger.entry_fact as member"
        " inner join private.name as name on name.name_no = member.name_no"
    )

    assert dict(rows.fetchall()) == {
        "Сейтова Әлия Маратқызы": True,
        "Оспан Болат": False,
        "Оспан Бибігүл": True,
        "Ким Анна-Мария": None,
    }


def test_without_a_decision_the_public_reads_full_names(held):
    assert read_names(held) == NAMES


@pytest.mark.sampled
@pytest.mark.parametrize(("value", "shown"), [("minors", MINORS), ("short", SHORT)])
def test_what_is_decided_holds_at_once_for_the_public_and_for_nobody_else(held, value, shown):
    published = read_published(held)
    decide(held, value)
    now = read_published(held)

    assert read_names(held) == read_names(held, view="results") == shown
    assert read_names(held, published.reader("ru")) == shown  # the old version too: as an erasure
    assert read_staff(held) == NAMES
    assert (now.version, now.renamed) == (read_head(held), read_head(held))
    assert verify(held, all_contests=True) == []


def test_staff_of_another_contest_reads_what_the_public_reads(held):
    decide(held)
    ours, theirs = (
        Reader(as_of=read_head(held), scope=(number,))
        for (number,) in held.cursor()
        .execute(
            "select contest_no from ledger.contest order by contest <> $own", {"own": REPUBLIC}
        )
        .fetchmany(2)
    )

    assert read_names(held, ours) == NAMES
    assert read_names(held, theirs) == MINORS


def test_a_participant_reads_the_own_name_in_full_and_others_as_the_public_does(held):
    decide(held, "short")
    number = held.cursor().execute("select contest_no from ledger.entry limit 1").fetchone()[0]
    own = Reader(as_of=read_head(held), audience="public", own=(number, 1))

    assert read_names(held, own) == SHORT | {"01": NAMES["01"]}
    assert read_names(held, own, view="own_entry") == {"01": NAMES["01"]}


def test_the_entrys_own_decision_goes_before_its_contests_and_the_newest_holds(held):
    decide(held, "full", entry="01")
    decide(held, "minors")
    decide(held, "short", entry="03")
    assert read_names(held) == MINORS | {"01": NAMES["01"], "03": SHORT["03"]}
    decide(held, "short", entry="01")
    decide(held, "full")
    assert read_names(held) == NAMES | {"01": SHORT["01"], "03": SHORT["03"]}
    assert verify(held) == []


def test_an_undo_gives_the_full_names_back_and_its_undo_takes_them_again(held):
    undone = undo(held, decide(held))
    assert read_names(held) == NAMES
    assert read_published(held).renamed == undone
    undo(held, undone)
    assert read_names(held) == MINORS
    assert verify(held) == []


@pytest.mark.long
def test_a_later_sheet_and_a_sheet_in_its_place_show_their_names_short_too(held):
    decide(held)
    later = ENTRIES.replace("Әлия", "Айым")
    give(held, later, kind="entries", contest=REPUBLIC, replaces="yes")
    append_publication(held, [REPUBLIC], as_of=_sign(held), actor="office")

    assert read_names(held) == MINORS | {"01": "Сейтова А. М."}
    assert verify(held) == []


def _sign(store):
    told = {"value": "signed", "actor": "chief", "reason": "done"}
    return append_decision(store, "sign_off", subject=REPUBLIC, **told)


@pytest.mark.long
def test_a_sheet_of_decisions_decides_too_and_so_does_the_one_in_its_place(held):
    head = "kind,subject,value,who,reason\n"
    give(held, f"{head}names,{REPUBLIC}/01,short,кеңсе,өтініш\n", kind="decisions")
    assert read_names(held) == NAMES | {"01": SHORT["01"]}
    other = f"{head}names,{REPUBLIC}/01,full,кеңсе,өтініш\nnames,{REPUBLIC}/03,short,кеңсе,өтініш\n"
    give(held, other, kind="decisions", replaces="yes")

    assert read_names(held) == NAMES | {"03": SHORT["03"]}
    assert read_published(held).version == read_head(held)
    assert verify(held) == []


def test_only_whoever_decides_there_decides_about_names_and_only_what_there_is(held):
    with pytest.raises(Refused, match="short, minors, full"):
        decide(held, "some")
    for role in ("expert", "auditor", "participant", "public"):
        with pytest.raises(NotAllowed):
            decide(held, actor_role=role)
    with pytest.raises(NotAllowed):
        decide(held, actor_role="chief_expert", scope=access.Scope(contest=OTHER))
    decide(held, actor_role="chief_expert", scope=access.Scope(contest=REPUBLIC))

    assert read_names(held) == MINORS


@pytest.mark.long
def test_the_preview_names_who_is_shortened_and_changes_nothing(held):
    told = {"subject": REPUBLIC, "value": "minors"}
    foreseen = foresee_decision(held, "names", **told)
    assert [(one.field, one.entry, one.before, one.after) for one in foreseen.differences] == [
        ("name", entry, None, MINORS[entry]) for entry in ("01", "02")
    ]
    assert read_names(held) == NAMES
    decide(held, "full", entry="01")  # somebody writes meanwhile
    with pytest.raises(Refused, match="look at the list again"):
        decide(held, approved=foreseen)
    decide(held, approved=foresee_decision(held, "names", **told))
    back = foresee_undo(held, read_head(held)).differences

    assert [(one.entry, one.before, one.after) for one in back] == [("02", MINORS["02"], None)]


def test_what_was_approved_holds_when_others_wrote_something_else_meanwhile(held):
    foreseen = foresee_decision(held, "names", subject=REPUBLIC, value="minors")
    give(held, "name,region\nКолледж,KZ-35\n", kind="organisations")
    decide(held, approved=foreseen)

    assert read_names(held) == MINORS


def test_no_place_no_signature_and_no_publication_changes(held):
    contests = "select contest, state, is_final, published_batch_no from mart.contests"
    board = "select entry, place, total, award from mart.leaderboard order by entry"
    before = [query(held, sql, read_now(held)) for sql in (contests, board)]
    decide(held)

    assert [query(held, sql, read_now(held)) for sql in (contests, board)] == before


@pytest.mark.long
def test_who_decided_what_about_names_is_for_staff(held):
    append_publication(held, [REPUBLIC], as_of=decide(held, "short", entry="01"), actor="office")
    asked = "select kind from mart.decisions where kind = 'names'"
    values = "select words from mart.lineage where words like 'names%'"

    assert query(held, asked, read_now(held)).num_rows == 1
    assert query(held, asked, read_now(held, audience="public")).num_rows == 0
    assert query(held, values, read_now(held, audience="public")).num_rows == 0


def test_a_full_given_name_finds_nothing_for_the_public(held):
    decide(held)
    sql = (
        "select entry from mart.results where contains("
        "score.searched(concat_ws(' ', name, organisation)), score.searched('Маратқызы'))"
    )

    assert query(held, sql, read_now(held)).num_rows == 1
    assert query(held, sql, read_now(held, audience="public")).num_rows == 0


@pytest.mark.long
def test_who_was_a_minor_below_stays_one_at_the_next_level(held):
    oblast = "worldskills-2026-oblast-KZ-35-17"
    rows = ENTRIES.replace("2010-05-01", "2008-04-11")  # eighteen on the second day below
    give(held, rows, kind="entries", contest=oblast)
    give(held, SCORES, kind="scores", contest=oblast)
    told = {"subject": oblast, "value": "signed", "actor": "chief", "reason": "done"}
    append_decision(held, "sign_off", **told)
    decide(held)
    append_advance(held, oblast, actor="office")
    names = read_names(held, read_now(held), view="public_names", name="public_name")

    assert names["04"] == "Сейтова Ә. М."


@pytest.mark.long
def test_an_erasure_takes_the_short_name_too(held):
    decide(held, "short")
    append_erasure(held, f"{REPUBLIC}/02", member="Оспан Болат", actor="office", reason="өтініш")
    append_erasure(held, f"{REPUBLIC}/01", actor="office", reason="өтініш")

    assert read_names(held) == SHORT | {"01": None, "02": "Оспан Б."}
    assert verify(held) == []


@pytest.mark.long
def test_a_ledger_taken_back_shows_names_as_was_decided_then(held, tmp_path):
    decided = decide(held)
    undo(held, decided)
    path = keep(held, tmp_path / "kept.duckdb")
    for up_to, shown in ((decided, MINORS), (decided - 1, NAMES)):
        restore_backup(path, tmp_path / f"{up_to}.duckdb", up_to=up_to)
        restored = open_store(tmp_path / f"{up_to}.duckdb")

        assert read_names(restored) == shown
        assert verify(restored) == []
        restored.close()
