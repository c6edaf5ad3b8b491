"""A venue without internet: lent a copy, it works alone; its package comes back and is merged."""

import io
import subprocess
import sys
import zipfile

import pytest

from kasipkor_core import house
from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    Identity,
    append_decision,
    append_erasure,
    append_undo,
    export_chain,
    find_lent,
    lend_copy,
    load_demo,
    make_invite,
    pack_venue,
    query,
    read_as_of,
    read_head,
    read_now,
    read_original,
    verify,
)
from kasipkor_core.store.originals import decrypt_contact
from tests import ready, venues
from tests.documents import published
from tests.giving import REPUBLIC, give
from tests.venues import OBLAST, board, lend, list_unlike, merge, pack, see, split

office = ready.lend("venue-office", venues.begin)
whole = ready.lend("published", published.hold)
OWN = (
    "batches",
    "heads",
    "merges",
    "moments",
    "notices",
)  # they show acts of the office, and numbers


def test_what_a_venue_marked_stands_at_the_office_as_it_stood_there(office, tmp_path):
    venue = lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    append_decision(
        venue, "award", subject=f"{REPUBLIC}/b", value="medallion", actor="jury", reason="fair"
    )
    data, there = pack(venue), board(venue, REPUBLIC)
    venue.close()
    give(office, "entry,name,total\nx,Xan,70\n", kind="scores", contest=OBLAST)
    merged = merge(office, data)

    assert (merged.batches, verify(office, all_contests=True)) == ({3: 5, 4: 6}, [])
    assert board(office, REPUBLIC) == there


@pytest.mark.long
@pytest.mark.parametrize("audience", ["staff", "public"])
def test_every_view_says_what_it_said_at_the_venue(whole, tmp_path, audience):
    office, venue = split(whole, tmp_path, base=1)
    merge(office, pack(venue))
    unlike = list_unlike(see(venue, audience=audience, but=OWN), see(office, audience=audience))

    assert unlike == {}
    assert verify(office, all_contests=True) == []


@pytest.mark.long
def test_the_same_package_writes_nothing_and_a_later_one_only_what_is_new(office, tmp_path):
    venue = lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    first = pack(venue)
    merge(office, first)
    again, head = merge(office, first), read_head(office)
    append_undo(venue, 3, actor="jury", reason="wrong sheet")
    give(venue, venues.SCORES.replace("90", "70"), kind="scores", contest=REPUBLIC)
    merged = merge(office, pack(venue))
    older = merge(office, first)

    assert (again.batch_no, head, merged.batches, older.batches) == (None, 4, {4: 6, 5: 7}, {})
    assert (board(office), verify(office)) == (board(venue), [])


@pytest.mark.long
def test_a_season_of_every_kind_of_sheet_says_what_it_said_at_the_venue(tmp_path):
    office, venue = split(ready.open_played("demo-venue", load_demo), tmp_path, base=12)
    merge(office, pack(venue))

    assert list_unlike(see(venue, but=OWN), see(office)) == {}
    assert verify(office, all_contests=True) == []


@pytest.mark.long
def test_files_stay_encrypted_and_contacts_and_names_are_read_as_before(office, tmp_path):
    venue = lend(office, tmp_path)
    sheet = f"contest,entry,name,birth_date\n{REPUBLIC},z,Zarina,2008-05-06\n"
    give(venue, sheet, kind="entries")
    give(office, venues.SCORES, kind="scores", contest=OBLAST)
    data = pack(venue)
    merge(office, data)
    kept = office.cursor().execute("select bytes from ledger.original").fetchall()
    contacts = office.cursor().execute(
        "select contact.name_no, field, cipher, key from private.contact as contact "
        "inner join private.key as key using (name_no) where name_no > 50000000"
    )

    assert read_original(office, 5) == sheet.encode()
    assert [one for (one,) in kept if b"Zarina" in one] == []
    assert [
        decrypt_contact(cipher, key, name_no=name_no, field=field)
        for name_no, field, cipher, key in contacts.fetchall()
    ] == ["2008-05-06"]
    unsealed = pack_venue(venue, now=venues.now(), is_open=True)
    with zipfile.ZipFile(io.BytesIO(unsealed)) as files:
        assert [name for name in files.namelist() if b"Zarina" in files.read(name)]
    assert not zipfile.is_zipfile(io.BytesIO(data))
    assert b"Zarina" not in data


@pytest.mark.long
def test_what_a_decision_says_about_batches_and_judges_is_said_in_the_numbers_of_the_office(
    office, tmp_path
):
    venue = lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC, actor="first")
    told = {"subject": REPUBLIC, "actor": "second", "reason": "seen"}
    append_decision(venue, "check", value="3", **told)
    append_decision(venue, "conflict", value="trained", expert="J2", **told)
    append_decision(venue, "replacement", value="J3", expert="J2", **told)
    venues.go_on(office)
    merge(office, pack(venue))
    views = ("sheet_checks", "conflicts", "replacements")

    assert see(office, *views) == see(venue, *views)
    assert [len(rows) for rows in see(office, *views).values()] == [1, 1, 1]
    assert verify(office, all_contests=True) == []


def test_a_batch_says_what_it_was_at_the_venue_and_an_export_of_the_chain_holds(office, tmp_path):
    venue = lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    (paper,) = query(venue, "select sha256 from mart.heads where batch_no = 3", read_now(venue))[0]
    merge(office, pack(venue))
    found = query(
        office,
        "select batch_no, venue, venue_batch_no from mart.heads where venue_sha256 = $sha256",
        read_now(office),
        sha256=paper.as_py(),
    ).to_pylist()
    chain = tmp_path / "ledger.jsonl"
    chain.write_text("".join(export_chain(office, as_of=4)), encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, house.ROOT / "docs" / "verify_ledger.py", chain],
        capture_output=True,
        check=False,
    )

    assert found == [{"batch_no": 4, "venue": "Aktobe", "venue_batch_no": 3}]
    assert (checked.returncode, checked.stdout[:15]) == (0, b"4 batches hold.")


@pytest.mark.long
def test_a_moment_is_what_the_office_had_then_whenever_the_venue_wrote_it(office, tmp_path):
    venue = lend(office, tmp_path)
    give(venue, venues.SCORES, kind="scores", contest=REPUBLIC)
    between = venues.now().isoformat()
    merge(office, pack(venue))
    then = read_as_of(office, between, audience="staff", lang="kk")
    after = read_as_of(office, venues.now().isoformat(), audience="staff", lang="kk")

    assert (then.as_of, after.as_of) == (2, 4)


@pytest.mark.long
def test_who_is_erased_at_a_venue_is_erased_at_the_office(office, tmp_path):
    venue = lend(office, tmp_path)
    append_erasure(venue, f"{REPUBLIC}/a", actor="office", reason="asked")
    merge(office, pack(venue))
    names = [row["name"] for row in board(office)]

    assert ("Aigerim" in names, verify(office)) == (False, [])
    assert office.cursor().execute(
        "select count(*) from private.name where name = 'Aigerim'"
    ).fetchone() == (0,)


@pytest.mark.long
def test_a_venue_without_a_name_a_lent_copy_and_an_empty_ledger_are_not_lent(
    office, store, tmp_path
):
    venue = lend(office, tmp_path)
    for source, name in ((office, " "), (venue, "Oral"), (store, "Oral")):
        with pytest.raises(Refused):
            lend_copy(source, tmp_path / "copy.duckdb", venue=name, actor="office")

    assert not (tmp_path / "copy.duckdb").exists()


@pytest.mark.long
def test_the_keys_of_the_office_and_who_may_sign_in_do_not_leave_it(office, tmp_path):
    make_invite(office, Identity("Chief", "administrator"), by="office")
    first, venue = lend(office, tmp_path), lend(office, tmp_path, name="Oral")
    left = venue.cursor().execute(
        "select (select count(*) from app.office_key), (select count(*) from app.invite),"
        " (select count(*) from app.venue), (select venue from app.lent)"
    )

    assert left.fetchone() == (0, 0, 0, "Oral")
    assert (find_lent(office), find_lent(first).venue) == (None, "Aktobe")
