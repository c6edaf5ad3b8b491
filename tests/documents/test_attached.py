"""An electronic signature made elsewhere is attached to an issued document as a fact."""

import io
import zipfile

import pytest

from kasipkor_core import access
from kasipkor_core.documents import (
    attach_signature,
    check_number,
    find_standing,
    list_attached,
    pack,
    set_files,
)
from kasipkor_core.documents.checking import check
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.documents.reprinting import reprint
from kasipkor_core.errors import NotAllowed, NotFound, Refused
from kasipkor_core.store import append_undo, find_contest, read_head, read_now, verify
from tests.documents.elsewhere import IIN, make_certificate, sign_file, sign_with_gost, trust
from tests.documents.season import hand_out
from tests.giving import REPUBLIC

NAME = "Ақылбекова Әсел"
AUTHORITY = make_certificate("Куәландырушы орталық", is_authority=True)
SIGNER = make_certificate(NAME, AUTHORITY)


@pytest.fixture
def paper(final):
    """A ledger, the number of a certificate in it, and the bytes of its file."""
    issued = hand_out(final, "certificate", entries=["a"])
    return final, issued.papers[0].paper.number, issued.files[0]


def attach(store, number, data, **options):
    return attach_signature(store, number, data, file_name="a.p7s", actor="organiser", **options)


def list_standings(store, number):
    attached = check_number(store, number).attached
    return [(one.name, find_standing(one)) for each in attached for one in each.signers]


def test_an_attached_signature_is_an_act_in_the_chain_that_can_be_undone(
    paper, tmp_path, monkeypatch
):
    store, number, file = paper
    monkeypatch.setenv("KASIPKOR_TRUSTED", str(trust(tmp_path / "trusted", AUTHORITY[0])))
    batch_no = attach(store, number, sign_file(file, SIGNER))

    assert list_standings(store, number) == [(NAME, "holds")]
    append_undo(store, batch_no, actor="organiser", reason="wrong person")
    assert list_standings(store, number) == []


@pytest.mark.long
def test_an_altered_row_of_a_signature_is_found_by_verify(paper):
    store, number, file = paper
    batch_no = attach(store, number, sign_file(file, SIGNER))
    assert verify(store) == []
    store.cursor().execute("update ledger.attached_signature set document_sha384 = 'x'")

    assert [problem.batch_no for problem in verify(store)] == [batch_no]


@pytest.mark.long
def test_numbers_of_persons_are_whole_for_who_has_the_ledger_and_kept_encrypted(paper):
    store, number, file = paper
    attach(store, number, sign_file(file, SIGNER))
    (hidden,) = check_number(store, number).attached[0].signers
    (whole,) = check(store, number).attached[0].signers
    kept = store.cursor().execute("select bytes from ledger.original").fetchall()

    assert (whole.person_number, hidden.person_number) == (IIN, "••••••••0123")
    assert not [data for (data,) in kept if IIN.encode() in data or NAME.encode() in data]


@pytest.mark.long
def test_a_signature_of_other_bytes_is_refused_and_nothing_is_written(paper):
    store, number, file = paper
    before = read_head(store)
    for data in (sign_file(file + b" ", SIGNER), sign_file(file, SIGNER)[:-6] + bytes(6)):
        with pytest.raises(Refused, match="of other bytes"):
            attach(store, number, data)

    assert read_head(store) == before


@pytest.mark.long
def test_what_cannot_be_reckoned_here_is_kept_and_a_signature_is_attached_once(paper):
    store, number, file = paper
    attach(store, number, sign_with_gost(file, SIGNER))
    signature = sign_file(file, SIGNER)
    attach(store, number, signature)

    assert list_standings(store, number) == [(NAME, "unsure"), (NAME, "unsure")]
    with pytest.raises(Refused, match="attached to document"):
        attach(store, number, signature)


@pytest.mark.long
def test_signatures_are_attached_by_those_who_may_issue_there(paper):
    store, number, file = paper
    data = sign_file(file, SIGNER)
    elsewhere = access.Scope(region="KZ-10")
    for role, scope in (("auditor", access.EVERYWHERE), ("organiser", elsewhere)):
        with pytest.raises(NotAllowed):
            attach(store, number, data, actor_role=role, scope=scope)
    with pytest.raises(NotFound):
        attach(store, "NOSUCHNUMBER", data)

    here = access.Scope(contest=REPUBLIC)
    assert attach(store, number, data, actor_role="chief_expert", scope=here)


@pytest.mark.long
def test_the_zip_by_person_has_the_signatures_beside_the_paper(paper):
    store, number, file = paper
    contest_no = find_contest(store, REPUBLIC, read_now(store))
    first, second = sign_file(file, SIGNER), sign_file(file, make_certificate("Екінші"))
    attach(store, number, first)
    attach(store, number, second)
    papers = reprint(store, read_rows(store, "documents", read_now(store), contest_no=contest_no))
    packed = pack(papers, set_files(papers), list_attached(store, contest_no))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()}

    name = f"certificate-a-{number}.pdf"
    assert files == {name: file, f"{name}.p7s": first, f"{name}.2.p7s": second}


@pytest.mark.long
def test_a_signature_whose_key_is_lost_is_said_to_be_gone_and_found_by_verify(paper):
    store, number, file = paper
    attach(store, number, sign_file(file, SIGNER))
    store.cursor().execute("delete from private.file_key")

    assert [one.signers for one in check_number(store, number).attached] == [()]
    assert "its file" in {one.what for one in verify(store)}
