"""Marks entered on screen become the same sheet as an upload, and nothing is lost on the way."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.sheets import Finding
from kasipkor_core.store import MEMORY, Reader, open_store, query, read_head
from kasipkor_core.ui import entry_sheet, mark_grid, screen_sheet, session
from kasipkor_core.ui.entering import Form
from kasipkor_core.ui.entry_sheet import Given
from tests.giving import CONTESTS, REPUBLIC, give

SCHEME = """sub_criterion,name,day,type,aspect,description,max_mark,partial_rule
A1,Work,1,M,A1.M1,first,20,
A1,Work,1,M,A1.M2,second,20,add 0.5 for each
A1,Work,1,J,A1.J1,third,20,
B1,Rest,1,M,B1.M1,fourth,40,
"""
ENTRIES = "entry,name,region\n01,Айша,KZ-75\n02,Болат,KZ-35\n"
CELLS = [(entry, aspect) for entry in ("01", "02") for aspect in ("A1.M1", "A1.M2", "A1.J1")]
ASPECTS = ("A1.M1", "A1.M2", "A1.J1")
MARKS = st.dictionaries(
    st.sampled_from(CELLS), st.integers(min_value=0, max_value=2).map(Decimal), max_size=6
)


@pytest.fixture(scope="module")
def opened():
    """One ledger for the module: each test marks as a judge of its own."""
    store = open_store(MEMORY)
    give(store, CONTESTS, kind="contests")
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)
    yield store
    store.close()


@pytest.fixture
def contest(opened):
    ui.use_store(opened)
    return opened


def read_given(store, judge):
    """Return the marks of a judge in force as the page reads them."""
    rows = query(
        store,
        "select entry, aspect, judge, value, batch_no from mart.lineage where number = 'mark'",
        Reader(as_of=read_head(store)),
    ).to_pylist()
    return {
        (row["entry"], row["aspect"], row["judge"]): Given(
            row["value"], row["judge"], row["batch_no"]
        )
        for row in rows
        if row["judge"] == judge
    }


def plan(marks, given, *, judge):
    cells = {cell: Decimal(value) for cell, value in marks.items()}
    return entry_sheet.plan_sheet(
        cells, given, aspects=ASPECTS, judge=judge, contest=REPUBLIC, name="screen.csv"
    )


def write(store, marks, *, judge):
    given = read_given(store, judge)
    return screen_sheet.write(plan(marks, given, judge=judge).sheet, reason="why")


def show(store, judge):
    return {key[:2]: one.value for key, one in read_given(store, judge).items()}


def test_a_grid_is_written_as_one_batch_of_marks_and_an_empty_cell_is_no_mark(contest):
    marks = {("01", "A1.M1"): 2, ("01", "A1.J1"): 3, ("02", "A1.M1"): 0}
    outcome = write(contest, marks, judge="Дана")

    assert (outcome.receipt.records, show(contest, "Дана")) == (3, marks)


@pytest.mark.long
def test_marks_in_force_are_left_out_of_the_next_sheet(contest):
    write(contest, {("01", "A1.M1"): 2}, judge="Ерлан")
    given = read_given(contest, "Ерлан")
    more = plan({("01", "A1.M1"): 2, ("02", "A1.M1"): 2}, given, judge="Ерлан")
    same = plan({("01", "A1.M1"): 2}, given, judge="Ерлан")

    assert (more.cells, more.replaces, same.sheet) == ((("02", "A1.M1"),), None, None)


@pytest.mark.long
def test_a_correction_takes_the_place_of_the_sheet_and_keeps_its_other_marks(contest):
    uploaded = "entry,aspect,judge,mark\n01,A1.M1,Гүл,2\n01,B1.M1,Гүл,2\n02,A1.M1,Гүл,0\n"
    first = give(contest, uploaded, kind="marks", contest=REPUBLIC)
    outcome = write(contest, {("01", "A1.M1"): 0, ("02", "A1.M1"): 0}, judge="Гүл")

    assert outcome.receipt.replaced == first.batch_no
    assert show(contest, "Гүл") == {("01", "A1.M1"): 0, ("01", "B1.M1"): 2, ("02", "A1.M1"): 0}


def test_what_a_correction_on_screen_changes_is_what_then_happens(contest):
    write(contest, {("01", "A1.M2"): 2, ("02", "A1.M2"): 1}, judge="Айман")
    sheet = plan({("01", "A1.M2"): 1}, read_given(contest, "Айман"), judge="Айман").sheet
    before = totals(contest)
    foreseen = screen_sheet.foresee(sheet, session.look())
    outcome = screen_sheet.write(sheet, reason="why", approved=foreseen)
    after = totals(contest)
    told = {
        one.entry: (one.before, one.after) for one in foreseen.differences if one.field == "total"
    }

    assert outcome.receipt.batch_no == foreseen.batch_no
    assert told
    assert told == {
        entry: (before[entry], after[entry])
        for entry in ("01", "02")
        if before[entry] != after[entry]
    }


def totals(store):
    sql = "select entry, total::varchar as total from mart.leaderboard"
    rows = query(store, sql, Reader(as_of=read_head(store))).to_pylist()
    return {row["entry"]: row["total"] for row in rows}


@pytest.mark.long
def test_an_emptied_cell_takes_its_mark_out(contest):
    write(contest, {("01", "A1.M1"): 2, ("02", "A1.M1"): 2}, judge="Иван")
    write(contest, {("02", "A1.M1"): 2}, judge="Иван")

    assert show(contest, "Иван") == {("02", "A1.M1"): 2}


@pytest.mark.long
def test_changes_of_several_sheets_at_once_are_refused_by_name(contest):
    one = write(contest, {("01", "A1.M1"): 2}, judge="Асем").receipt.batch_no
    both = {("01", "A1.M1"): 2, ("02", "A1.M1"): 2}
    two = write(contest, both, judge="Асем").receipt.batch_no
    changed = {("01", "A1.M1"): 0, ("02", "A1.M1"): 0}
    planned = plan(changed, read_given(contest, "Асем"), judge="Асем")

    assert (planned.sheet, planned.conflicts) == (None, (one, two))


def test_what_the_checks_find_stands_at_its_cell_and_nothing_is_written(contest):
    planned = plan({("01", "A1.M1"): 2, ("02", "A1.J1"): 7}, {}, judge="Тимур")
    outcome = screen_sheet.write(planned.sheet)
    placed = entry_sheet.place_findings(planned, outcome.findings)
    errors = [(cell, one.code) for cell, one in placed if one.severity == "error"]

    assert errors == [(("02", "A1.J1"), "judgement_outside")]
    assert (outcome.receipt, show(contest, "Тимур")) == (None, {})


def test_a_finding_about_the_whole_sheet_has_no_cell():
    planned = entry_sheet.Plan(None, (("01", "A1.M1"),), None, ())

    assert entry_sheet.place_findings(planned, [Finding("error", "no_scheme")])[0][0] is None


def test_wm_04_a_measurement_without_a_partial_rule_is_all_or_nothing():
    aspect = {"kind": "M", "partial_rule": None, "max_mark": Decimal("2.000")}
    partial = aspect | {"partial_rule": "add 0.5 for each"}

    assert entry_sheet.list_options(aspect, [], top=3) == [0, 2]
    assert entry_sheet.list_options(aspect, [Decimal("0.5")], top=3) == [0, Decimal("0.5"), 2]
    assert entry_sheet.list_options(partial, [], top=3) == []


def test_wm_05_a_judgement_is_0_to_3():
    aspect = {"kind": "J", "partial_rule": None, "max_mark": Decimal("2.000")}

    assert entry_sheet.list_options(aspect, [], top=3) == [0, 1, 2, 3]


def test_two_blind_entries_differ_where_one_is_empty_or_another_number():
    first = {("01", "A1.M1"): Decimal(2), ("01", "A1.M2"): Decimal(1)}
    second = {("01", "A1.M1"): Decimal(2), ("02", "A1.M1"): Decimal(0)}

    assert entry_sheet.compare(first, second) == [
        (("01", "A1.M2"), Decimal(1), None),
        (("02", "A1.M1"), None, Decimal(0)),
    ]


@pytest.mark.parametrize("value", [None, "", float("nan"), "x"])
def test_what_is_no_number_is_not_marked(value):
    assert entry_sheet.read_mark(value) is None


@pytest.mark.parametrize("typed", ["2,5", "2.5", "2,50"])
def test_a_mark_may_be_typed_with_a_comma_or_a_point(typed):
    assert entry_sheet.read_mark(typed) == Decimal("2.5")


@given(st.integers(0, 2500), st.integers(0, 2500), st.sampled_from(",."))
def test_a_typed_mark_is_from_zero_to_the_greatest_in_hundredths(most, mark, sign):
    typed = f"{mark // 100}{sign}{mark % 100:02}"
    pattern = re.compile(entry_sheet.write_pattern(Decimal(most) / 100))

    assert bool(pattern.match(typed)) == (mark <= most)
    assert bool(pattern.match(typed.removesuffix("0"))) == (mark <= most)


@pytest.mark.parametrize("typed", ["-1", "1,255", "1e1", "x", "2,", ",5", "1 2", "20,01"])
def test_what_is_no_mark_is_not_taken(typed):
    assert re.match(entry_sheet.write_pattern(Decimal(20)), typed) is None


def test_the_grid_writes_marks_that_are_typed_as_the_language_does(contest):
    aspects = (
        {"aspect": "A1.M1", "kind": "M", "partial_rule": None, "max_mark": Decimal(20)},
        {"aspect": "A1.M2", "kind": "M", "partial_rule": "0.5 each", "max_mark": Decimal(20)},
    )
    entries = (("01", "Айша"), ("02", "Болат"))
    form = Form({"contest": REPUBLIC}, "A1", "Дана", aspects, entries, {})
    marks = {("01", "A1.M1"): Decimal(20), ("01", "A1.M2"): Decimal("2.5")}
    shown = {lang: mark_grid.make_table(form, marks, lang).to_pydict() for lang in ("kk", "en")}

    assert [shown[lang]["A1.M2"] for lang in shown] == [["2,50", None], ["2.50", None]]
    assert shown["kk"]["A1.M1"] == [20.0, None]  # chosen, and shown by the column
    assert mark_grid.apply_edits(form, {}, {1: {"A1.M2": "1,5"}}) == {
        ("02", "A1.M2"): Decimal("1.5")
    }


def test_a_mark_typed_on_a_phone_is_saved_and_what_is_none_stays_in_its_field(contest):
    give(contest, "entry,aspect,judge,mark\n01,A1.J1,Сара,2\n", kind="marks", contest=REPUBLIC)
    page = AppTest.from_file(str(house.ROOT / "pages" / "organise" / "marks.py"))
    page.query_params["contest"], page.query_params["lang"] = REPUBLIC, "en"
    page.run(timeout=30).selectbox(key="judge_1").set_value("Сара").run()
    told = []
    for typed in ("21", "2,5"):
        field = next(one for one in page.text_input if one.key.endswith("_01_A1.M2"))
        field.set_value(typed).run()
        said = [one.value for one in page.caption if "from 0 to" in one.value]
        told.append((page.title[0].value, said))

    assert told == [
        ("A1: 1 of 6 marks entered", [":red[Write a number from 0 to 20.00.]"]),
        ("A1: 2 of 6 marks entered", []),
    ]


@given(MARKS)
def test_a_draft_gives_back_the_marks_it_was_made_of(marks):
    assert entry_sheet.unpack(entry_sheet.pack(marks)) == marks


@given(MARKS, MARKS)
def test_writing_a_grid_makes_the_ledger_say_what_the_grid_says(held, wanted):
    given = {(*cell, "Дана"): Given(value, "Дана", 7) for cell, value in held.items()}
    planned = plan(wanted, given, judge="Дана")
    rows = {
        (entry, aspect): Decimal(mark)
        for entry, aspect, _, mark in (planned.sheet.rows if planned.sheet else ())
    }
    after = rows if planned.replaces else {**held, **rows}

    assert after == wanted
