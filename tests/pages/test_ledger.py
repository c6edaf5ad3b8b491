"""The screen Ledger: the head as people copy it, boards as of any moment, a verdict in words."""

import datetime as dt
import io
import re

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from kasipkor_core import documents, house, ui
from kasipkor_core.store import Problem, append_decision, append_publication, query, read_head
from kasipkor_core.store.query import Reader
from kasipkor_core.ui import chain, moments, verdict
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import find_played, open_copy, open_played
from tests.web.people import be

PAGE = str(house.ROOT / "pages" / "govern" / "ledger.py")
FIRST = "entry,name,region,total\na,Айгерім,KZ-75,80\nb,Болат,KZ-71,70\nc,Дана,KZ-35,60\n"
LATER = FIRST.replace("Болат,KZ-71,70", "Болат,KZ-71,95")
OTHER = "worldskills-2026-oblast-KZ-35-17"
HIDDEN = "entry,name,region,total\nx,Жасырын,KZ-35,12.34\n"
TODAY = dt.date(2026, 11, 26)
ALMATY = dt.timezone(dt.timedelta(hours=5))


def play(store):
    """Batch 2: scores; 3: corrected; 4: signed; 5: published; 6: scores of another contest."""
    give(store, CONTESTS, kind="contests")
    give(store, FIRST, kind="scores", contest=REPUBLIC)
    give(store, LATER, kind="scores", contest=REPUBLIC, replaces="yes")
    append_decision(
        store, "sign_off", subject=REPUBLIC, value="chief_expert", actor="chief", reason="done"
    )
    append_publication(store, [REPUBLIC], as_of=4, actor="chief")
    give(store, HIDDEN, kind="scores", contest=OTHER)


@pytest.fixture(scope="module")
def played():
    store = open_played("ledger_page", play)
    yield store
    store.close()


def open_page(store=None, **codes):
    if store is not None:
        ui.use_store(store)
    page = AppTest.from_file(PAGE, default_timeout=60)
    for name, code in {"lang": "en", "contest": REPUBLIC, **codes}.items():
        page.query_params[name] = str(code)
    return page.run()


def read_cells(page, testid):
    """Return the rows of a table of the page as texts."""
    for html in page.get("html"):
        table = re.search(rf'data-testid="{testid}".*?</table>', html.proto.body, re.DOTALL)
        if table:
            rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table[0], re.DOTALL)
            cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]
            return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells if row]
    return None


def read_newest(store):
    sql = 'select batch_no, "at", sha256 from mart.heads where batch_no = $n'
    return query(store, sql, Reader(as_of=6), n=6).to_pylist()[0]


def read_words(page):
    return " ".join(
        [html.proto.body for html in page.get("html")]
        + [one.value for one in (*page.markdown, *page.caption, *page.title)]
        + [str(table.value.to_dict()) for table in page.dataframe]
    )


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("4182", 4182),
        ("4 182", 4182),
        ("4\u202f182", 4182),
        ("14:05", dt.datetime(2026, 11, 26, 14, 5, tzinfo=ALMATY)),
        ("24.11 14:05", dt.datetime(2026, 11, 24, 14, 5, tzinfo=ALMATY)),
        (" 24.11.2025, 9:05 ", dt.datetime(2025, 11, 24, 9, 5, tzinfo=ALMATY)),
        ("2026-11-24T14:05", dt.datetime(2026, 11, 24, 14, 5, tzinfo=ALMATY)),
        ("2026-11-24T09:05+00:00", dt.datetime(2026, 11, 24, 14, 5, tzinfo=ALMATY)),
        ("25:05", None),
        ("31.02 14:05", None),
        ("yesterday", None),
        ("-3", None),
        ("", None),
        ("12 34 56", None),
    ],
)
def test_a_moment_is_a_batch_number_or_a_time_of_the_contests_zone(words, moment):
    assert moments.parse_moment(words, today=TODAY) == moment


@pytest.mark.long
def test_the_page_shows_the_board_as_of_a_batch_and_what_differs_from_another(played):
    page = open_page(played, at=2, than=5)
    board = [row[:3] for row in read_cells(page, "board")]

    assert board == [["1", "Айгерім", "80.00"], ["2", "Болат", "70.00"], ["3", "Дана", "60.00"]]
    assert read_cells(page, "differences") == [
        ["Болат", "2", "1", "70.00", "95.00", "+25.00", "Silver", "Gold"],
        ["Айгерім", "1", "2", "80.00", "80.00", "", "Gold", "Silver"],
    ]
    assert "2 participants have another place" in read_words(page)
    assert "participant?" not in read_words(page)  # no link to what holds today
    assert len(page.exception) == 0


@pytest.mark.long
def test_the_order_of_the_two_moments_does_not_turn_the_differences_round(played):
    turned = read_cells(open_page(played, at=5, than=2), "differences")

    assert turned == read_cells(open_page(played, at=2, than=5), "differences")


@pytest.mark.long
def test_nothing_differs_between_a_moment_and_itself_and_before_the_contest_there_is_no_board(
    played,
):
    same = open_page(played, at=3, than=4)
    before = open_page(played, at=0, than=5)

    assert "The board is the same at both moments" in read_words(same)
    assert read_cells(same, "differences") is None
    assert "At one of the moments you see nothing" in read_words(before)
    assert (len(before.exception), read_cells(before, "board")) == (0, None)


@pytest.mark.long
def test_a_time_gives_the_board_of_the_newest_batch_written_by_then(played):
    heads = query(played, 'select batch_no, "at" from mart.heads', Reader(as_of=6)).to_pylist()
    at = {row["batch_no"]: row["at"] for row in heads}
    page = open_page(played, at=at[2].isoformat(), than=at[3].isoformat())

    assert [row[2] for row in read_cells(page, "board")] == ["80.00", "70.00", "60.00"]
    assert "as of batch 2" in read_words(page)

    refused = open_page(played, at="the day before")

    assert "That is neither a time nor a batch number" in read_words(refused)
    assert len(refused.exception) == 0


@pytest.mark.long
def test_the_public_sees_heads_and_published_boards_and_nothing_beyond(played, monkeypatch):
    be(played, "public", monkeypatch)
    page = open_page(at=5, than=5)
    later = open_page(at=6, than=999)
    early = open_page(at=3, than=5)
    other = open_page(contest=OTHER, at=6)
    (heads,) = page.dataframe

    assert list(heads.value.columns) == ["no", "at", "hash"]
    assert heads.value["no"].tolist() == ["5", "4", "3", "2", "1"]
    assert [row[2] for row in read_cells(page, "board")] == ["95.00", "80.00", "60.00"]
    assert read_cells(later, "board") == read_cells(page, "board")
    assert read_cells(early, "board") is None  # nothing was published then
    assert [b.key for b in page.button] == [b.key for b in other.button]
    assert "verify" not in [button.key for button in page.button]
    for seen in (page, later, early, other):
        words = read_words(seen)

        assert [word for word in ("Жасырын", "12.34", "organiser", "chief") if word in words] == []
        assert len(seen.exception) == 0


@pytest.mark.long
def test_only_those_who_prove_everywhere_verify_and_export(played, monkeypatch):
    able = []
    for role in ("public", "expert", "chief_expert", "organiser", "auditor", "administrator"):
        be(played, role, monkeypatch)
        if [button for button in open_page().button if button.key == "verify"]:
            able.append(role)

    assert able == ["auditor", "administrator"]


@pytest.mark.long
def test_a_verification_says_in_words_that_everything_holds_or_which_batch_does_not():
    store = open_copy_of_played()
    page = open_page(store).button(key="verify").click().run()
    holds = [one.value for one in page.success]
    cursor = store.cursor()
    cursor.execute("update ledger.score set points = 96 where points = 95")
    cursor.close()
    page = open_page(store, lang="kk").button(key="verify").click().run()

    assert [words[:35] for words in holds] == ["Everything holds up to batch 6: the"]
    assert page.error[0].value.startswith("3-бумадан бастап журнал жазылған күйінде емес.")
    assert "- 3-бума: деректері мөрленген кездегідей емес." in [one.value for one in page.markdown]
    store.close()


def open_copy_of_played():
    return open_copy(find_played("ledger_page", play))


def test_a_difference_of_the_engines_is_told_by_its_contest():
    problem = Problem(None, REPUBLIC, "stored totals of entry no 1")

    assert verdict.say_first([problem], "en").startswith("The chain holds, but the two engines")
    assert REPUBLIC in verdict.say(problem, "ru")


def test_every_problem_of_the_checks_has_a_sentence():
    files = [house.SQL / "checks" / f"verify_{name}.sql" for name in ("chain", "content")]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    coded = set(re.findall(r"'([a-z ]+)'(?: as what|\n\s+(?:when|end)|$)", text, re.MULTILINE))
    said = {verdict.say(Problem(7, None, what), "en") for what in coded}

    assert {"its facts", "totals of no batch", "its number"} <= coded
    assert len(said) == len(coded)
    assert verdict.say(Problem(7, None, "?"), "en") not in said


def test_the_head_stands_on_the_page_and_on_paper_in_groups_of_four(played):
    head = read_newest(played)
    paper = documents.describe_head(head, "kk")
    html = chain.render_head(head | {"batch_no": 4182}, "en")

    assert "".join(paper["groups"]) == head["sha256"]
    assert {len(group) for group in paper["groups"]} == {4}
    assert "<strong>4,182</strong>" in html
    assert re.sub(r"<[^>]+>", "", html).endswith(head["sha256"])
    assert read_head(played) == 6


def test_the_page_to_sign_says_what_the_screen_says(played):
    head = read_newest(played)
    pages = PdfReader(io.BytesIO(documents.write_head(head, "ru"))).pages
    words = pages[0].extract_text()

    assert len(pages) == 1
    assert head["sha256"] in re.sub(r"\s", "", words)
    assert "Голова цепочки журнала" in words
    assert f'--head "6 {head["sha256"][:4]} {head["sha256"][4:8]}"' in words
