"""Links of participants: who makes them, for whom they open, what an appeal may be about."""

import datetime as dt

import pytest

from kasipkor_core.access import EVERYWHERE, Scope
from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store import (
    Identity,
    Reader,
    accept_invite,
    append_decision,
    append_undo,
    find_own,
    make_invite,
    make_own_links,
    query,
    read_head,
    read_session,
    verify,
)
from kasipkor_core.store.identity import hash_secret
from tests.giving import REPUBLIC
from tests.own import mark, publish
from tests.ready import open_played
from tests.web.people import CONTEST

OWN = Scope(contest=REPUBLIC, entry="02")
SUBJECT = f"{REPUBLIC}/02"


@pytest.fixture
def marked():
    store = open_played("own", mark)
    yield store
    store.close()


def appeal(store, subject=SUBJECT, scope=OWN, **more):
    return append_decision(
        store,
        "appeal",
        subject=subject,
        value="marks",
        actor=subject,
        actor_role="participant",
        scope=scope,
        reason="қайта қаралсын",
        **more,
    )


def read_own(store, sql, *, entry="02", contest=REPUBLIC):
    own = find_own(store, Scope(contest=contest, entry=entry))
    return query(store, sql, Reader(read_head(store), "public", own=own)).to_pylist()


@pytest.mark.long
def test_every_person_of_a_contest_gets_a_link_for_the_own_entry(marked):
    links = make_own_links(marked, REPUBLIC, by="chief")
    known = read_session(marked, accept_invite(marked, links[1].secret))

    assert [(link.entry, link.name) for link in links] == [
        ("01", "Әлия Серік"),
        ("02", "Бибігүл Оспан"),
        ("02", "Болат Оспан"),
        ("03", "Канарейкин Тайный"),
    ]
    assert known == Identity(SUBJECT, "participant", OWN)


def test_what_is_kept_of_a_link_names_nobody(marked):
    make_own_links(marked, REPUBLIC, by="chief")
    kept = marked.cursor().execute("select columns(*)::varchar from app.invite").fetchall()

    assert "Оспан" not in str(kept)


def test_new_links_end_those_that_nobody_opened_and_nobodys_session(marked):
    first = make_own_links(marked, REPUBLIC, by="chief")
    session = accept_invite(marked, first[0].secret)
    make_own_links(marked, REPUBLIC, by="chief", entry="01")
    make_own_links(marked, REPUBLIC, by="chief", entry="02")

    assert read_session(marked, session) is not None
    assert accept_invite(marked, first[3].secret)
    with pytest.raises(Refused, match="used already, taken back or is too old"):
        accept_invite(marked, first[1].secret)


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        ("chief_expert", Scope(contest=CONTEST)),
        ("organiser", Scope(region="KZ-35")),
        ("organiser", EVERYWHERE),
        ("expert", Scope(contest=REPUBLIC)),
        ("auditor", EVERYWHERE),
        ("participant", OWN),
        ("public", EVERYWHERE),
    ],
)
def test_nobody_makes_links_for_a_contest_that_is_not_theirs(marked, role, scope):
    with pytest.raises(NotAllowed):
        make_own_links(marked, REPUBLIC, by="x", role=role, scope=scope)

    assert marked.cursor().execute("select count(*) from app.invite").fetchone() == (0,)


@pytest.mark.parametrize(
    ("role", "scope"),
    [("chief_expert", Scope(contest=REPUBLIC)), ("administrator", EVERYWHERE)],
)
def test_its_chief_expert_and_the_administrator_make_them(marked, role, scope):
    assert len(make_own_links(marked, REPUBLIC, by="x", role=role, scope=scope)) == 4


def test_a_link_is_for_an_entry_that_exists(marked):
    unknown = Identity("x", "participant", Scope(contest=REPUBLIC, entry="99"))
    with pytest.raises(NotFound, match="no entry 99"):
        make_own_links(marked, REPUBLIC, by="x", entry="99")
    with pytest.raises(Refused, match="no entry 99"):
        make_invite(marked, unknown, by="x")
    with pytest.raises(Refused, match="Nobody starts"):
        make_own_links(marked, CONTEST, by="x")


def test_the_own_eye_shows_the_entry_and_opens_no_other_view_before_the_publication(marked):
    seen = read_own(marked, "select entry, name, state from mart.own_entry")
    views = ("leaderboard", "aspects", "criteria", "lineage", "entry_lines", "contests", "entries")
    rows = {view: read_own(marked, f"select contest_no from mart.{view}") for view in views}

    assert seen == [{"entry": "02", "name": "Болат Оспан, Бибігүл Оспан", "state": "awaited"}]
    assert {view: found for view, found in rows.items() if found} == {}
    assert query(marked, "from mart.own_entry", Reader(read_head(marked))).num_rows == 0
    assert query(marked, "from mart.own_entry", Reader(read_head(marked), "public")).num_rows == 0


def test_an_appeal_is_for_the_own_entry_within_the_clock_and_lodged_now(marked):
    with pytest.raises(Refused, match="Nothing is published yet"):
        appeal(marked)
    publish(marked)
    for subject, scope in (
        (f"{REPUBLIC}/01", OWN),
        (SUBJECT, EVERYWHERE),
        (SUBJECT, Scope(contest=REPUBLIC)),
        (SUBJECT, Scope(contest=CONTEST, entry="02")),
    ):
        with pytest.raises(NotAllowed):
            appeal(marked, subject, scope)
    with pytest.raises(Refused, match="lodged now"):
        appeal(marked, at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    number = appeal(marked)

    assert read_own(marked, "select appeal, entry, state from mart.appeals") == [
        {"appeal": number, "entry": "02", "state": "filed"}
    ]
    assert read_own(marked, "select entry from mart.appeals", entry="01") == []
    assert verify(marked) == []


@pytest.mark.long
def test_after_the_last_day_a_participant_is_refused(marked):
    publish(marked)
    marked.cursor().execute(
        "update ledger.batch set recorded_at = '2026-01-05 08:00:00+00' where kind = 'publication'"
    )

    with pytest.raises(Refused, match="The last day to appeal was 2026-01-0"):
        appeal(marked)


def test_a_participant_decides_nothing(marked):
    publish(marked)
    for kind, value in (("ruling", "5 admitted"), ("sign_off", "x"), ("award", "gold")):
        with pytest.raises(NotAllowed):
            append_decision(
                marked,
                kind,
                subject=SUBJECT,
                value=value,
                actor=SUBJECT,
                actor_role="participant",
                scope=OWN,
                reason="x",
            )


@pytest.mark.long
def test_an_appeal_that_is_undone_is_gone_from_the_own_page(marked):
    publish(marked)
    number = appeal(marked)
    append_undo(marked, number, actor="office", reason="by mistake")

    assert read_own(marked, "select appeal from mart.appeals") == []


@pytest.mark.long
def test_lines_are_the_points_of_the_last_above_and_none_for_the_first(marked):
    publish(marked)
    rows = query(
        marked,
        "select entry, to_place, next_award, to_award from mart.entry_lines"
        " where contest_no = $no order by entry",
        Reader(read_head(marked), "public"),
        no=find_own(marked, OWN)[0],
    ).to_pylist()

    assert [(row["entry"], str(row["to_place"]), row["next_award"]) for row in rows] == [
        ("01", "None", None),
        ("02", "21.940", "gold"),
        ("03", "40.700", "silver"),
    ]
    assert [str(row["to_award"]) for row in rows] == ["None", "21.940", "40.700"]


def test_a_secret_of_a_link_is_kept_as_a_hash_only(marked):
    (link, *_) = make_own_links(marked, REPUBLIC, by="x", entry="01")
    kept = marked.cursor().execute("select secret_sha256 from app.invite").fetchone()

    assert kept == (hash_secret(link.secret),)
