"""Contacts and birth dates open at their own place only; those of former versions still open."""

import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kasipkor_core.store import append_erasure, query, read_now, verify
from kasipkor_core.store.originals import decrypt_contact
from tests.giving import give
from tests.store.test_advance import OBLAST, REPUBLIC, advance, season

__all__ = ["season"]
APPLICATION = (
    "organisation,full_name,profession,phones,email,region,industry,consent\n"
    "Колледж,Әлия Серік,аспаз,+7 701 000 00 00,aliya@example.kz,KZ-35,,иә\n"
)
KEPT = """
    select contact.name_no, contact.field, contact.cipher, key.key
    from private.contact as contact
    inner join private.key as key on key.name_no = contact.name_no
    order by all
"""
WRITE = "update private.contact set cipher = $cipher where name_no = $name_no and field = $field"


def read_contacts(store):
    return [
        (field, decrypt_contact(cipher, key, name_no=name_no, field=field))
        for name_no, field, cipher, key in store.cursor().execute(KEPT).fetchall()
    ]


def encrypt_as_before(store):
    """Write the ciphers as former versions did: bound to no place."""
    for name_no, field, cipher, key in store.cursor().execute(KEPT).fetchall():
        plain = decrypt_contact(cipher, key, name_no=name_no, field=field)
        nonce = os.urandom(12)
        former = nonce + AESGCM(key).encrypt(nonce, plain.encode(), None)
        store.cursor().execute(WRITE, {"cipher": former, "name_no": name_no, "field": field})


DAYS = [("birth_date", day) for day in ("2008-02-03", "2008-04-05", "2007-01-02")]


@pytest.mark.long
def test_contacts_of_a_former_version_open_and_hold(season):
    encrypt_as_before(season)

    assert sorted(read_contacts(season)) == sorted(DAYS)
    assert verify(season, all_contests=True) == []


@pytest.mark.sampled
@pytest.mark.parametrize("is_former", [False, True])
def test_who_goes_on_keeps_the_birth_date_under_a_key_and_a_place_of_its_own(season, is_former):
    if is_former:
        encrypt_as_before(season)
    advance(season)
    keys = season.cursor().execute("select count(distinct key), count(*) from private.key")

    assert sorted(read_contacts(season)) == sorted([*DAYS, *DAYS[:2]])
    assert keys.fetchone() == (5, 5)
    assert verify(season, all_contests=True) == []


def test_a_phone_cannot_be_shown_as_the_e_mail_of_the_same_person(store):
    give(store, APPLICATION, kind="participants")
    swapped = "case field when 'email' then 'phones' when 'phones' then 'email' end"
    before = read_contacts(store)
    store.cursor().execute(f"update private.contact set field = {swapped}")

    assert before == [("email", "aliya@example.kz"), ("phones", "+7 701 000 00 00")]
    assert read_contacts(store) == [("email", None), ("phones", None)]
    assert {one.what for one in verify(store)} == {"a contact"}


def test_erasure_takes_the_contacts_of_that_person_alone(season):
    append_erasure(season, f"{OBLAST}/a", member="Әлиева Дана", actor="office", reason="өтініш")

    assert sorted(read_contacts(season)) == sorted(DAYS[1:])
    assert verify(season, all_contests=True) == []


@pytest.mark.sampled
@pytest.mark.parametrize("asked", [f"{OBLAST}/a", f"{REPUBLIC}/01"])
def test_erasure_follows_a_person_who_went_on_to_the_next_level_and_back(season, asked):
    advance(season)
    erased = append_erasure(season, asked, member="Әлиева Дана", actor="office", reason="өтініш")
    left = query(season, "select name from mart.leaderboard", read_now(season)).to_pylist()

    assert sorted(erased.entries) == [f"{OBLAST}/a", f"{REPUBLIC}/01"]
    assert sorted(row["name"] for row in left) == ["Ким Аян", "Ким Аян", "Сейтов Болат"]
    assert sorted(read_contacts(season)) == sorted([DAYS[1], DAYS[1], DAYS[2]])
    assert verify(season, all_contests=True) == []
