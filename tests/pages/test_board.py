"""The board as HTML: what is shown of an entry, and what is hidden while juries mark."""

import re
from decimal import Decimal

from kasipkor_core.ui.board import Board, render_board, render_rule
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.hall import render_hall, shorten


def entry(name, place, total, **facts):
    return {
        "contest": "worldskills-2026-republic-17",
        "entry": name,
        "name": name,
        "place": place,
        "is_tied": False,
        "total": total,
        "scale": 700,
        "award": None,
        "region": "KZ-71",
        "region_name": "Астана",
        "organisation": "Колледж",
        "marks": 220,
        "marks_expected": 220,
        "distance_to_next": None,
        "is_guest": False,
        **facts,
    }


def board(*rows, before=None, lang="kk", hides_places=False, is_final=False):
    return Board(
        rows=list(rows),
        before=before or {},
        lang=lang,
        is_final=is_final,
        hides_places=hides_places,
    )


def cells(html, name):
    found = re.findall(rf'<td class="k-col-{name}">(.*?)</td>', html)
    return [re.sub(r"<[^>]+>", "", cell) for cell in found]


def test_tied_entries_show_the_sign_after_the_place_and_digits_stay_aligned():
    rows = [entry("a", 2, Decimal("85.10"), is_tied=True), entry("b", 10, Decimal("57.37"))]

    assert cells(render_board(board(*rows)), "place") == ["\u20072 =", "10"]


def test_movement_is_told_against_the_version_before_and_is_empty_when_unchanged():
    rows = [
        entry(name, place, Decimal(80 - place)) for name, place in [("a", 1), ("b", 2), ("c", 3)]
    ]

    assert cells(render_board(board(*rows, before={"a": 2, "b": 1, "c": 3})), "move") == [
        "▲ 1",
        "▼ 1",
        "",
    ]


def test_a_column_that_could_only_be_empty_is_left_out():
    first = entry("a", 1, Decimal(80), scale=None)
    bare = render_board(board(first))
    full = render_board(board(first, entry("b", 2, Decimal(70)), before={"a": 1}))

    assert [name for name in ("move", "scale") if f"k-col-{name}" in bare] == []
    assert (cells(full, "move"), cells(full, "scale")) == (["", ""], ["", "700"])


def test_a_sparse_table_has_only_the_columns_in_which_something_stands():
    columns = [("name", "Region"), ("gap", "Range"), ("rule", "May change")]
    rows = [[("name", "a"), ("gap", ""), ("rule", "")], [("name", "b"), ("gap", ""), ("rule", "x")]]
    html = render_table(columns, rows, label="Regions", testid="regions", is_sparse=True)

    assert (cells(html, "name"), cells(html, "rule")) == (["a", "b"], ["", "x"])
    assert "k-col-gap" not in html


def test_that_a_place_may_change_is_said_only_where_it_may():
    done, open_ = entry("a", 1, Decimal(80)), entry("b", 2, Decimal(70), marks=212)
    archived = entry("c", 1, None, marks=0)
    rules = [
        render_rule(one)
        for one in (
            board(done, open_, lang="en"),
            board(done, lang="en"),
            board(done, open_, lang="en", is_final=True),
            board(done, open_, lang="en", hides_places=True),
            board(archived, lang="en"),
        )
    ]

    assert ["may change" in rule for rule in rules] == [True, False, False, False, False]
    assert ["share a place" in rule for rule in rules] == [True, True, True, False, False]


def test_an_entry_with_missing_marks_is_muted_and_says_how_many_are_in():
    html = render_board(board(entry("a", 1, Decimal("83.96"), marks=212)))

    assert ('<tr class="k-muted"' in html, cells(html, "marked")) == (True, ["◐ 212 / 220"])


def test_points_that_are_not_marked_are_empty_and_not_zero():
    rows = [entry("a", None, None, marks=0, scale=None), entry("b", 1, Decimal(70))]
    html = render_board(board(*rows))

    assert (cells(html, "points"), cells(html, "scale")) == (["", "70,00"], ["", "700"])


def test_wm_08_hidden_places_leave_no_trace_of_points_award_or_order():
    rows = [
        entry("07", 1, Decimal("87.42"), award="gold"),
        entry("03", 2, Decimal("85.10"), award="silver"),
    ]
    html = render_board(board(*rows, hides_places=True))

    assert cells(html, "name") == ["03", "07"]
    assert [word for word in ("87,42", "85,10", "Алтын", "700", "▲") if word in html] == []


def test_what_people_typed_cannot_become_html():
    html = render_board(board(entry("<img src=x onerror=alert(1)>", 1, Decimal(1))))

    assert "<img" not in html


def test_the_hall_names_a_team_by_its_surnames_and_counts_those_that_do_not_fit():
    pair = "Ержанов Дамир, Қанатұлы Ілияс"
    team = f"{pair}, Әбдірахманова Дінмұхаммед"

    assert [shorten(pair), shorten(team)] == ["Ержанов, Қанатұлы", "Ержанов, Қанатұлы +1"]


def test_the_hall_shortens_a_long_name_to_surname_and_initials():
    assert [shorten("Сейітқалиов Әділет"), shorten("Әбдірахманова Дінмұхаммед Ерланқызы")] == [
        "Сейітқалиов Әділет",
        "Әбдірахманова Д. Е.",
    ]


def test_wm_08_the_hall_shows_no_points_while_places_are_hidden():
    shown = board(entry("a", 1, Decimal("87.42"), award="gold"), hides_places=True)
    contest = {
        "unit_name": "Веб-технологиялар",
        "contest": "c",
        "marks": 10,
        "marks_expected": 20,
        "updated_at": None,
    }
    html = render_hall(shown, contest, page=0, line="", after="")

    assert [word for word in ("87,42", "Алтын", "87.42") if word in html] == []
