"""Papers before a contest: who starts, what juries write on, what everybody wears."""

import pytest

from kasipkor_core.documents import write_list
from kasipkor_core.store import append_decision
from tests.documents.before import LONG, announce, describe, look
from tests.documents.season import read_pages
from tests.giving import REPUBLIC
from tests.ready import open_played


@pytest.fixture
def announced():
    """A championship and a contest of Best Professionals before their first day."""
    store = open_played("announced", announce)
    yield store
    store.close()


def read_paper(store, kind, lang="kk", contest=REPUBLIC):
    return read_pages(write_list(store, kind, contest, look(store, lang)))


def test_a_start_list_names_whoever_starts_by_number_and_leaves_out_who_withdrew(announced):
    rows = describe(announced, "start_list")[0]["rows"]
    (page,) = read_paper(announced, "start_list")

    assert [row[:2] for row in rows] == [
        ["1", LONG],
        ["2", "Әлиұлы Қазыбек, Һәкім Өмірбек"],
        ["10", "Ким Ли · жарыстан тыс"],
    ]
    assert rows[0][2:] == ["Түркістан облысы", "Түркістан жоғары көпсалалы қолөнер колледжі"]
    assert "Кетіп" not in page
    for said in ("Старт тізімі", "Бас сарапшы", "Алматы көлік колледжі", "Һәкім Өмірбек"):
        assert said in page


def test_whoever_is_excluded_is_not_on_the_next_start_list(announced):
    append_decision(
        announced, "exclude", subject=f"{REPUBLIC}/2", value="all", actor="chief", reason="rules"
    )

    assert [row[0] for row in describe(announced, "start_list")[0]["rows"]] == ["1", "10"]
