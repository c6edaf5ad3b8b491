"""Notices: told once to whom they concern, in their language, and nothing of anybody else."""

import datetime as dt
import smtplib

import pytest

from kasipkor_core import documents, house
from kasipkor_core.access import EVERYWHERE, Scope
from kasipkor_core.documents.posting import hand_over
from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    Reader,
    Receiver,
    add_receiver,
    append_decision,
    end_receiver,
    list_receivers,
    query,
    read_head,
)
from kasipkor_core.store.query import open_cursor
from tests.giving import REPUBLIC, give
from tests.own import MARKS, OTHERS, mark, publish
from tests.ready import open_played
from tests.selection import law, lay, open_selection
from tests.web.people import CONTEST

OWN = Receiver("bolat@example.kz", "ru", Scope(contest=REPUBLIC, entry="02"))
CHIEF = Receiver("chief@example.kz", "en", Scope(contest=REPUBLIC))
OFFICE = Receiver("office@example.kz", "kk", EVERYWHERE)
ELSEWHERE = Receiver("aqmola@example.kz", "kk", Scope(region="KZ-35"))
TELLS = {"actor": "jury", "reason": "уақытында"}
QUESTION = (house.SQL / "reads" / "notices.sql").read_text(encoding="utf-8")
NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)


@pytest.fixture
def marked():
    store = open_played("own", mark)
    for one in (OWN, CHIEF, OFFICE, ELSEWHERE):
        add_receiver(store, one, by="test")
    yield store
    store.close()


@pytest.fixture
def published(marked):
    publish(marked)
    return marked


def told(store):
    return sorted(
        (one.row["kind"], one.receiver.email.partition("@")[0], one.state)
        for one in documents.list_notices(store)
    )


def send(store, post=None):
    """Hand over what is due; return the messages."""
    kept = []
    due = [one for one in documents.list_notices(store) if one.state == "due"]
    hand_over(store, due, post or kept.append, sender="kasipkor@example.kz")
    return kept


def appeal(store, *rulings, entry="02"):
    subject = f"{REPUBLIC}/{entry}"
    number = append_decision(store, "appeal", subject=subject, value="sum", **TELLS)
    for ruling in rulings:
        append_decision(store, "ruling", subject=subject, value=f"{number} {ruling}", **TELLS)
    return number


def correct(store):
    """Let entry 01 fall behind entry 02, and publish that."""
    give(store, MARKS.replace("58.17", "1.17"), kind="marks", contest=REPUBLIC, replaces="yes")
    publish(store)


def test_before_the_publication_there_is_nothing_to_tell(marked):
    assert told(marked) == []


def test_a_publication_is_told_to_its_staff_and_its_participants_and_to_no_other_region(published):
    assert told(published) == [
        ("published", "bolat", "due"),
        ("published", "chief", "due"),
        ("published", "office", "due"),
    ]


@pytest.mark.long
def test_an_appeal_is_told_to_staff_and_each_ruling_to_the_one_who_appealed(published):
    send(published)
    number = appeal(published)
    filed = told(published)
    append_decision(
        published, "ruling", subject=f"{REPUBLIC}/02", value=f"{number} admitted", **TELLS
    )
    appeal(published, "admitted", entry="01")
    due = [(kind, who) for kind, who, state in told(published) if state == "due"]

    assert [one for one in filed if one[2] == "due"] == [
        ("appeal_received", "chief", "due"),
        ("appeal_received", "office", "due"),
    ]
    assert due == [("appeal_ruled", "bolat")]


@pytest.mark.long
def test_a_corrected_place_is_told_to_those_whose_it_is_and_an_unchanged_one_to_nobody(published):
    send(published)
    correct(published)
    (message,) = send(published)

    assert message["To"] == OWN.email
    assert "место 1; раньше было 2" in message.get_content().replace("\r\n", " ")
    correct_again = told(published)
    assert [one for one in correct_again if one[2] == "due"] == []


@pytest.mark.long
def test_a_notice_is_in_the_language_of_its_receiver_and_names_nobody(published):
    appeal(published, "admitted")
    letters = {message["To"]: message for message in send(published)}
    texts = {who: f"{one['Subject']}\n{one.get_content()}" for who, one in letters.items()}

    assert "Результат" in texts[OWN.email] or "апелляц" in texts[OWN.email]
    assert "The result is published" in texts[CHIEF.email]
    assert "Нәтиже жарияланды" in texts[OFFICE.email]
    for text in texts.values():
        assert [word for word in (*OTHERS, "Болат", "уақытында", "jury") if word in text] == []


def test_nothing_is_sent_twice_and_the_message_id_follows_from_what_is_told(published):
    first = send(published)
    ids = {one.message_id for one in documents.list_notices(published)}

    assert {message["Message-ID"] for message in first} == ids
    assert send(published) == []


@pytest.mark.long
def test_of_two_who_send_at_once_one_sends(published):
    due = documents.list_notices(published)
    kept = []
    for _ in range(2):
        hand_over(published, due, kept.append, sender="kasipkor@example.kz")

    assert (len(kept), len(due)) == (3, 3)


@pytest.mark.long
def test_after_a_crash_between_sending_and_noting_it_is_not_sent_again_by_itself(published):
    taken = []

    def crash(message):
        taken.append(message)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send(published, crash)
    states = {one.message_id: one.state for one in documents.list_notices(published)}
    again = send(published)

    assert states[taken[0]["Message-ID"]] == "unsure"
    assert sorted(states.values()) == ["due", "due", "unsure"]
    assert taken[0]["Message-ID"] not in {message["Message-ID"] for message in again}

    left = [one for one in documents.list_notices(published) if one.state == "unsure"]
    hand_over(published, left, taken.append, sender="kasipkor@example.kz")

    assert taken[0]["Message-ID"] == taken[1]["Message-ID"]
    assert {state for _, _, state in told(published)} == {"sent"}


@pytest.mark.long
def test_what_the_server_refuses_is_due_again(published):
    def refuse(message):
        raise smtplib.SMTPRecipientsRefused({message["To"]: (550, b"no such user")})

    send(published, refuse)

    assert {state for _, _, state in told(published)} == {"due"}


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("day", "number"), [("11-14", 0), ("11-15", 1), ("11-18", 1), ("11-19", 0)]
)
def test_what_is_missing_is_told_to_staff_in_the_last_three_days(season, day, number):
    give(season, "entry,name,A,B\n1,А,40,\n2,Б,30,20\n", kind="scores", contest=REPUBLIC)
    cursor = open_cursor(season, Reader(read_head(season), lang="ru"))
    cursor.execute(f"set variable moment = '2026-{day} 12:00:00+05'::timestamptz")
    rows = cursor.execute(QUESTION).to_arrow_table().to_pylist()
    cursor.close()
    letters = [
        documents.write_notice(documents.Notice(OFFICE, row), sender="k@example.kz", now=NOW)
        for row in rows
        if row["kind"] == "sheets_missing"
    ]

    assert len(letters) == number
    assert all("баға, 1" in letter.get_content() for letter in letters)


def test_each_step_of_a_selection_is_told_to_the_candidate_whose_it_is():
    ledger = open_selection()
    lay(ledger, law(20, 20, 20, 20), law(1, 1, 1, 1))
    found = ledger.read(
        "select entry, audience, number, after from mart.notices"
        " where kind = 'selection_step' and number = 'law' order by entry"
    )

    assert [tuple(row.values()) for row in found] == [
        ("17-001", "entry", "law", "in"),
        ("17-002", "entry", "law", "out"),
    ]


@pytest.mark.long
def test_the_public_and_staff_of_elsewhere_read_no_notices(published):
    appeal(published)
    eyes = (
        Reader(read_head(published), "public"),
        Reader(read_head(published), scope=(3,), region="KZ-35"),
    )

    assert [query(published, "from mart.notices", one).num_rows for one in eyes] == [0, 0]


def test_a_receiver_is_written_once_and_can_be_ended(marked):
    add_receiver(marked, OFFICE, by="test")
    known = list_receivers(marked)
    end_receiver(marked, OFFICE.email)

    assert known.count(OFFICE) == 1
    assert OFFICE not in list_receivers(marked)


@pytest.mark.parametrize("email", ["", "nobody", "a@b\nBcc: c@d", "<a@b.kz>", "a@b, c@d"])
def test_what_is_no_address_is_refused(marked, email):
    with pytest.raises(Refused, match="is no e-mail address"):
        add_receiver(marked, Receiver(email, "kk", Scope(contest=CONTEST)), by="test")
