"""A vacancy contest from its files to its ranking: import, decisions, replacement, proof."""

import pytest

from kasipkor_core.store import (
    SheetRefused,
    append_decision,
    append_publication,
    append_undo,
    read_now,
    show_view,
    verify,
)
from tests.foreseeing import foresee, tell
from tests.giving import give
from tests.vacancy import ANSWER, NEEDED, announce

POST = "Педагог-ассистент,№264 мектеп,Қызылорда облысы,2,04.03.2025"
CONTEST = "vacancy-2025-college-KZ-43-264_мектеп-педагог_ассистент"
SHEET_18 = (
    ",18,Білім деңгейі,Жоғары,,,3,3,диплом",
    ",18,A18.2,жоқ,,,,,",
    ",18,certification,80 %,,,6,6,сертификат",
    ",18,practice,5,,,4,4,диплом",
    ",18,recommendation_study,,,,3,3,хат",
    ",18,6,,,,1,1,анықтама",
    ",18,web_page,2,,,2,2,сілтеме",
    ",18,summer_camp,,,,2,2,анықтама",
    ",18,study_contests,,6,,4,4,диплом",
    ",18,certificates,,2,,2,2,сертификат",
)


def list_rows(candidate, *, lines=SHEET_18, documents=NEEDED, absent=()):
    papers = [f",,document_{n},бар,,10.03.2025,,," for n in documents]
    papers += [f",,{n}-құжат,жоқ,,,,," for n in absent]
    return [f"{CONTEST},{candidate}{line}" for line in [*lines, *papers]]


def hand_in(store, *rows, **options):
    text = ANSWER + "\n".join(row for listed in rows for row in listed) + "\n"
    return give(store, text, kind="candidates", **options)


def show(store, view, *columns, audience="staff", where=None):
    rows = show_view(store, view, where=where or {}, reader=read_now(store, audience=audience))
    return [tuple(row[name] for name in columns) for row in rows.to_pylist()]


@pytest.fixture
def opened(store):
    """Batch 1: the post; 2: every reading confirmed."""
    announce(store, POST)
    append_decision(
        store, "reading", subject=CONTEST, value="all", actor="organiser", reason="протокол 1"
    )
    return store


def test_files_become_a_ranking(opened):
    hand_in(
        opened,
        list_rows("Әлиева Айгерім"),
        list_rows("К-07", lines=(*SHEET_18[:-1], ",18,certificates,none,,,,,")),
    )

    assert show(
        opened, "vacancy_ranking", "candidate", "code", "verified", "place", "complete"
    ) == [
        ("Әлиева Айгерім", "candidate-01", 27, 1, True),
        ("К-07", "К-07", 25, 2, True),
    ]
    assert show(opened, "vacancies", "contest", "units", "proposed", "status") == [
        (CONTEST, 2, 2, "proposed")
    ]
    assert verify(opened, all_contests=True) == []


@pytest.mark.long
def test_vc_e37_an_application_without_a_signature_counts_as_absent(opened):
    rows = list_rows("c1", documents=NEEDED[1:])
    hand_in(opened, [*rows, f"{CONTEST},c1,,document_1,қол қойылмаған,,,,,"])

    assert show(opened, "vacancy_ranking", "missing", "proposal") == [("1", "return")]


@pytest.mark.long
def test_vc_e06_an_absent_document_is_named(opened):
    hand_in(opened, list_rows("c1", documents=(1, 2, 3, 4, 6, 7, 12, 13), absent=(8,)))

    assert show(opened, "vacancy_ranking", "complete", "missing") == [(False, "8")]


@pytest.mark.long
def test_cs_41_answers_wait_until_the_readings_are_confirmed(store):
    announce(store, POST)
    with pytest.raises(SheetRefused) as refused:
        hand_in(store, list_rows("c1"))

    waiting = {f.params["reading"] for f in refused.value.findings if f.severity == "error"}
    assert {"VC-Q01", "VC-Q02", "VC-Q04", "VC-Q05", "VC-Q06"} <= waiting
    for reading in waiting:
        append_decision(
            store, "reading", subject=CONTEST, value=reading, actor="organiser", reason="протокол"
        )
    hand_in(store, list_rows("c1"))

    assert show(store, "vacancy_ranking", "verified") == [(27,)]


@pytest.mark.long
def test_a_corrected_sheet_keeps_the_code_of_a_candidate(opened):
    first = hand_in(opened, list_rows("Әлиева Айгерім"))
    corrected = list_rows("Әлиева Айгерім", lines=(*SHEET_18[:-1], ",18,certificates,,1,,1,1,бар"))
    with pytest.raises(SheetRefused):
        hand_in(opened, corrected)
    second = hand_in(opened, corrected, replaces="yes")

    assert second.replaced == first.batch_no
    assert show(opened, "vacancy_ranking", "code", "verified") == [("candidate-01", 26)]
    append_undo(opened, second.batch_no, actor="organiser", reason="қате")
    assert show(opened, "vacancy_ranking", "code", "verified") == [("candidate-01", 27)]


@pytest.mark.long
def test_a_second_publication_moves_the_last_day(store):
    announce(store, POST.replace("04.03", "28.02"), POST)

    assert [str(day) for (day,) in show(store, "vacancies", "last_day")] == ["2025-03-14"]


@pytest.mark.long
def test_names_stay_out_of_the_ledger_and_out_of_public_sight(opened):
    hand_in(opened, list_rows("Әлиева Айгерім"))
    append_decision(
        opened, "sign_off", subject=CONTEST, value="signed", actor="commission", reason="протокол"
    )
    append_publication(opened, [CONTEST], as_of=4, actor="organiser")
    cursor = opened.cursor()
    ledger = [
        str(cursor.sql(f"from ledger.{table}").to_arrow_table().to_pylist())
        for table in ("entry", "entry_fact", "candidate_answer", "original", "decision", "batch")
    ]

    assert [text for text in ledger if "Әлиева" in text] == []
    assert show(opened, "vacancy_ranking", "candidate", "place", "missing", audience="public") == [
        ("candidate-01", 1, None)
    ]


TAMPERINGS = {
    "a post": ("update ledger.vacancy set units = 3", 1),
    "an answer": (
        "update ledger.candidate_answer set verified = 9 where criterion = 'practice'",
        3,
    ),
    "an answer that vanishes": (
        "delete from ledger.candidate_answer where criterion = 'practice'",
        3,
    ),
    "a document": (
        "update ledger.candidate_answer set option = 'absent' where criterion = 'document_8'",
        3,
    ),
}


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_change_behind_its_back_is_found(opened, name):
    hand_in(opened, list_rows("c1"))
    sql, batch_no = TAMPERINGS[name]
    opened.cursor().execute(sql)

    assert [(p.batch_no, p.what) for p in verify(opened)][:1] == [(batch_no, "its facts")]


@pytest.mark.long
def test_a_corrected_sheet_tells_beforehand_which_places_it_changes(opened):
    fewer = (*SHEET_18[:-1], ",18,certificates,none,,,,,")
    hand_in(opened, list_rows("c1"), list_rows("c2", lines=fewer))
    rows = [*list_rows("c1", lines=fewer), *list_rows("c2")]
    foreseen = foresee(opened, ANSWER + "\n".join(rows) + "\n", kind="candidates", replaces="yes")

    assert tell(foreseen, "place", "total") == [
        ("place", "c1", "1", "2"),
        ("place", "c2", "2", "1"),
        ("total", "c1", "27.000", "25.000"),
        ("total", "c2", "25.000", "27.000"),
    ]
