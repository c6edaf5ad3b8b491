"""The commands about documents: what is printed where, and with which exit code."""

import csv
import io
import json

import pytest

from kasipkor_core.recount.draw import commit_to
from kasipkor_core.store import open_store
from tests.documents.before import announce
from tests.documents.elsewhere import IIN, make_certificate, sign_file
from tests.documents.season import PEOPLE, play
from tests.giving import REPUBLIC


@pytest.mark.long
def test_documents_are_issued_checked_in_three_ways_and_taken_back(run, tmp_path):
    store = open_store(tmp_path / "kasipkor.duckdb")
    play(store)
    store.close()
    folder = tmp_path / "papers"
    code, out, _ = run("issue", REPUBLIC, "--kind", "diploma", "--out", folder)
    files = sorted(file.name for file in folder.iterdir())
    (file,) = folder.glob("diploma-a-*.pdf")
    number = file.stem.rpartition("-")[2]

    assert (code, out) == (0, "5\n")
    assert {"diploma.pdf", "papers.zip"} < set(files)

    code, out, _ = run("check-document", number)
    (answer,) = csv.DictReader(io.StringIO(out))
    assert (code, answer["status"], answer["name"]) == (0, "valid", PEOPLE["a"][0])
    assert run("check-document", file)[:2] == (0, out)

    code, out, err = run("check-document", f"https://kasipkor.kz/check/{number}?t=1~diploma~x")
    (answer,) = csv.DictReader(io.StringIO(out))
    assert (code, answer["status"], answer["code"]) == (1, "valid", "forged")
    assert "The code is not the one we signed" in err

    assert run("revoke-document", number, "--reason", "misprint")[:2] == (0, "6\n")
    code, out, _ = run("check-document", number)
    assert (code, "revoked" in out) == (1, True)

    code, _, err = run("issue", REPUBLIC, "--kind", "prize", "--out", folder)
    assert code == 1
    assert "There is no document of kind prize." in err
    code, _, err = run("check-document", "https://example.org/check/A?t=1~x", "--key", "00")
    assert (code, "not the code of a document" in err) == (1, True)


@pytest.mark.long
def test_papers_before_a_contest_are_written_and_its_workplaces_drawn_by_commands(run, tmp_path):
    store = open_store(tmp_path / "kasipkor.duckdb")
    announce(store)
    store.close()
    said = ("--subject", REPUBLIC, "--reason", "protocol 1")
    for kind, value in (("workplace_draw", commit_to("a seed")), ("workplace_reveal", "a seed")):
        assert run("decide", "--kind", kind, "--value", value, *said)[0] == 0
    kinds = ("start_list", "marking_forms", "badges")
    asked = [part for kind in kinds for part in ("--kind", kind)]
    code, _, _ = run("documents", REPUBLIC, *asked, "--out", tmp_path / "papers")
    _, out, _ = run("show", "workplaces")

    assert code == 0
    assert sorted(file.name for file in (tmp_path / "papers").iterdir()) == sorted(
        f"{kind}.pdf" for kind in kinds
    )
    assert [row["workplace"] for row in csv.DictReader(io.StringIO(out))] == ["1", "2", "3"]


@pytest.mark.long
def test_a_signature_is_attached_by_a_command_and_told_by_the_check(run, tmp_path):
    store = open_store(tmp_path / "kasipkor.duckdb")
    play(store)
    store.close()
    folder = tmp_path / "papers"
    run("issue", REPUBLIC, "--kind", "diploma", "--entry", "a", "--out", folder)
    (file,) = folder.glob("diploma-a-*.pdf")
    signature = tmp_path / "a.p7s"
    signature.write_bytes(sign_file(file.read_bytes(), make_certificate("Әсел")))
    number = file.stem.rpartition("-")[2]

    assert run("attach-signature", number, signature)[:2] == (0, "6\n")
    code, out, err = run("check-document", number)
    (answer,) = csv.DictReader(io.StringIO(out))
    (signer,) = json.loads(answer["attached"])
    assert code == 0
    assert (signer["name"], signer["person_number"]) == ("Әсел", IIN)
    assert (signer["fit"], signer["dates"], signer["trust"]) == ("fits", "inside", "unknown")
    assert f"IIN {IIN}" in err
    code, _, err = run("attach-signature", number, file)
    assert (code, "no detached electronic signature" in err) == (1, True)
