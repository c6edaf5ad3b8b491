"""The check page shows who signed a paper elsewhere, as far as it can be told, to anybody."""

import pytest

from kasipkor_core.documents import attach_signature, reprint, set_files
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.i18n import text
from kasipkor_core.store import find_contest, read_now
from tests.documents.elsewhere import BIN, IIN, make_certificate, sign_file, sign_with_gost
from tests.giving import REPUBLIC
from tests.web.checking import look, number_of

NAME = "Ақылбекова <Әсел>"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.sampled
def test_the_check_page_says_who_signed_and_shows_no_whole_number(paper, lang):
    store, app, link = paper
    number = number_of(link)
    contest_no = find_contest(store, REPUBLIC, read_now(store))
    rows = read_rows(store, "documents", read_now(store), contest_no=contest_no)
    (file,) = set_files(reprint(store, [row for row in rows if row["document"] == number]))
    signer = make_certificate(NAME, make_certificate("Орталық", is_authority=True))
    for data in (sign_file(file, signer), sign_with_gost(file, signer)):
        attach_signature(store, number, data, file_name="a.p7s", actor="organiser")
    status, title, said = look(app, f"{link}&lang={lang}")

    assert (status, title) == (200, text("The document is valid", lang))
    assert said.count(NAME) == 2
    assert text("Not all of the electronic signature can be confirmed here", lang) in said
    assert text("The electronic signature holds", lang) not in said
    assert text("made over exactly the file that was issued", lang) in said
    assert text("IIN {number}", lang, number="••••••••0123") in said
    assert not {IIN, BIN} & set(said.split())
