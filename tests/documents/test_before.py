"""Papers before a contest: who starts, what juries write on, what everybody wears."""

import datetime as dt
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image

from kasipkor_core.documents import LISTS, write_list
from kasipkor_core.documents.forms import describe_forms
from kasipkor_core.documents.listing import describe_list
from kasipkor_core.documents.papers import Frame
from kasipkor_core.documents.typesetting import write_pictures
from kasipkor_core.errors import Refused
from kasipkor_core.store import append_decision
from tests.documents.before import LONG, PROFESSIONALS, announce, describe, look
from tests.documents.season import read_pages
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_played


@pytest.fixture
def announced():
    """A championship and a contest of Best Professionals before their first day."""
    store = open_played("announced", announce)
    yield store
    store.close()


def read_paper(store, kind, lang="kk", contest=REPUBLIC):
    return read_pages(write_list(store, kind, contest, look(store, lang)))


def draw(store, kind, lang="kk"):
    data = describe_list(store, kind, REPUBLIC, look(store, lang))
    return write_pictures(LISTS[kind].layout, data, made_on=dt.date(2026, 11, 1))


@pytest.mark.long
def test_a_start_list_names_whoever_starts_by_number_and_leaves_out_who_withdrew(announced):
    rows = describe(announced, "start_list")[0]["rows"]
    (page,) = read_paper(announced, "start_list")

    assert [row[1:3] for row in rows] == [
        ["1", LONG],
        ["2", "Әлиұлы Қазыбек, Һәкім Өмірбек"],
        ["10", "Ким Ли · жарыстан тыс"],
    ]
    assert rows[0][3:] == ["Түркістан облысы", "Түркістан жоғары көпсалалы қолөнер колледжі"]
    assert "Кетіп" not in page
    for said in ("Старт тізімі", "Бас сарапшы", "Алматы көлік колледжі", "Һәкім Өмірбек"):
        assert said in page


def test_whoever_is_excluded_is_not_on_the_next_start_list(announced):
    append_decision(
        announced, "exclude", subject=f"{REPUBLIC}/2", value="all", actor="chief", reason="rules"
    )

    assert [row[1] for row in describe(announced, "start_list")[0]["rows"]] == ["1", "10"]


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("kk", ("Бағалау парағы", "1-күн · ең көбі 50", "Төреші", "Қолтаңба")),
        ("ru", ("Оценочный лист", "день 1 · не более 50", "Судья", "Подпись")),
        ("en", ("Marking form", "day 1 · at most 50", "Judge", "Signature")),
    ],
)
def test_wm_02_a_sub_criterion_is_one_form_with_its_aspects_and_a_cell_for_every_entry(
    announced, lang, words
):
    forms = describe(announced, "marking_forms", lang=lang)
    pages = read_paper(announced, "marking_forms", lang)

    assert [form["form"] for form in forms] == ["A1 · Жұмыс орны", "B1 · Бұйым"]
    assert [row["cells"][:3] for form in forms for row in form["rows"]] == [
        ["A1.J1", "J", "Тазалық"],
        ["A1.M1", "M", "Өлшем дәл"],
        ["B1.M1", "M", "Бұйым дайын"],
    ]
    assert [[cell["top"] for cell in form["cells"]] for form in forms] == [["1", "2", "10"]] * 2
    assert len(pages) == 2
    for said in (*words, "A1.J1", "0: Сала стандартынан төмен · 3: Үздік", "0.5 мм-ге дейін"):
        assert said in pages[0]


def test_a_judgement_says_its_scores_and_a_form_of_measurements_only_does_not(announced):
    first, second = describe(announced, "marking_forms", lang="en")

    assert [how[0] for how in first["hows"]] == ["J", "M"]
    assert [how[0] for how in second["hows"]] == ["M"]


def test_bp_08_without_a_scheme_a_form_has_a_row_an_entry_and_a_cell_a_criterion(announced):
    (form,) = describe(announced, "marking_forms", PROFESSIONALS, "ru")
    (page,) = read_paper(announced, "marking_forms", "ru", PROFESSIONALS)

    assert form["cells"] == [{"top": "100", "side": "Общая оценка", "foot": ""}]
    assert [row["cells"] for row in form["rows"]] == [["1", "Оспан Дана"], ["2", "Ким Иван"]]
    assert re.search(r"Оценочный лист.*Оспан Дана.*Ким Иван.*Судья", page)


def test_several_criteria_of_a_sheet_stand_on_one_form_with_the_sum_of_their_points():
    items = [
        {"form": None, "item": name, "label": label, "max_mark": most}
        for name, label, most in (("content", "Content", 60), ("beauty", "Beauty", 40))
    ]
    entries = [{"entry": "1", "name": "Dana", "organisation": None, "workplace": 7}]
    (form,) = describe_forms(items, entries, Frame(None, (), "en"))

    assert (form["form"], form["about"]) == ("All criteria", "at most 100")
    assert [(cell["top"], cell["side"]) for cell in form["cells"]] == [
        ("60", "Content"),
        ("40", "Beauty"),
    ]
    assert (form["rows"][0]["more"], form["hows"][-1]) == ("№ 7", "№: workplace.")


def test_more_entries_than_a_page_has_room_for_are_shared_out_evenly():
    item = {"form": "A1", "form_name": None, "day": None, "item": "A1.M1", "kind": "M",
            "label": "x", "requirement": None, "partial_rule": None, "scores": None,
            "max_mark": 2}  # fmt: skip
    entries = [{"entry": f"{number}", "name": None, "workplace": None} for number in range(1, 13)]
    forms = describe_forms([item], entries, Frame(None, (), "en"))

    assert [[cell["top"] for cell in form["cells"]] for form in forms] == [
        ["1", "2", "3", "4", "5", "6"],
        ["7", "8", "9", "10", "11", "12"],
    ]


def test_a_form_needs_somebody_who_starts_and_something_to_mark(store):
    give(store, CONTESTS, kind="contests")
    with pytest.raises(Refused, match="nothing to list"):
        describe(store, "marking_forms")
    give(store, "sub_criterion,type,aspect,max_mark\nA1,M,A1.M1,100\n", kind="scheme",
         contest=REPUBLIC)  # fmt: skip
    with pytest.raises(Refused, match="Nobody starts"):
        describe(store, "marking_forms")


def test_a_badge_is_for_one_person_with_role_region_and_skill_and_nothing_to_reach_them_by(
    announced,
):
    badges = describe(announced, "badges", lang="en")
    (page,) = read_paper(announced, "badges", "en")

    assert [(one["role"], one["name"]) for one in badges] == [
        ("Participant", LONG),
        ("Participant", "Әлиұлы Қазыбек"),
        ("Participant", "Һәкім Өмірбек"),
        ("Participant", "Ким Ли"),
        ("Chief expert", "Серікқызы Әлия"),
        ("Judge", "Құдайбергенұлы Ғани"),
    ]
    assert {one["unit"] for one in badges} == {"Web Technologies"}
    assert ["qr" in one for one in badges] == [True] * 4 + [False] * 2
    assert "2007" not in page
    for one in badges:
        assert re.sub(r"\s", "", one["name"]) in re.sub(r"\s", "", page)


def test_the_code_on_a_badge_leads_to_the_page_of_the_entry(announced, monkeypatch):
    monkeypatch.setenv("KASIPKOR_ADDRESS", "https://results.example.kz/kasipkor")
    (picture,) = draw(announced, "badges", "ru")
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    led = sorted(code.text for code in codes)
    split = urlsplit(led[0])

    assert f"{split.scheme}://{split.netloc}{split.path}" == (
        "https://results.example.kz/kasipkor/participant"
    )
    assert [parse_qs(urlsplit(one).query) for one in led] == [
        {"contest": [REPUBLIC], "entry": [entry], "lang": ["ru"]} for entry in ("1", "10", "2", "2")
    ]


def test_an_expert_of_whom_only_the_name_is_known_has_a_badge(announced):
    head = "contest,name,region,organisation,role\n"
    give(announced, f"{head}{REPUBLIC},Есімов Ілияс,,,judge\n", kind="experts")
    (page,) = read_paper(announced, "badges")

    assert "Есімов Ілияс" in page


def test_eight_badges_fill_a_sheet_whatever_the_names(announced):
    rows = "".join(f"{n},{LONG} {n},KZ-61,{LONG}\n" for n in range(20, 33))
    give(announced, f"entry,name,region,organisation\n{rows}", kind="entries", contest=REPUBLIC)
    pages = read_paper(announced, "badges")

    assert [page.count("2026 жылғы 10–18 қараша") for page in pages] == [8, 8, 3]
