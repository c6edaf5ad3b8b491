"""A code that is not the one on the paper is told, however little was changed."""

import pytest

from kasipkor_core.documents import check_number, check_offline
from kasipkor_core.documents.signing import read_link, write_link
from kasipkor_core.errors import Refused
from tests.web.asking import ask
from tests.web.checking import look, number_of, publish


def forge(link):
    """Return addresses that say something else than the paper, by what was done to them."""
    statement, signature = read_link(link)
    path, _, code = link.partition("?")
    foreign = write_link(statement, "A" * 86, address="")
    return {
        "another award": link.replace("~gold~", "~silver~"),
        "another entry": link.replace("~a~gold~", "~b~gold~"),
        "another batch": link.replace(f"~{statement.batch_no}~", f"~{statement.batch_no + 1}~"),
        "the same batch written otherwise": link.replace(
            f"~{statement.batch_no}~", f"~0{statement.batch_no}~"
        ),
        "a letter written otherwise": link.replace("~gold~", "~%67old~"),
        "another signature": f"{path}?{foreign.partition('?')[2]}",
        "a sign in the signature": link[:-3] + "!" + link[-3:],
        "more after it": f"{link}&award=gold",
        "more at its end": f"{link}~x",
        "cut off": link[:-1],
        "another name for it": f"{path}?u={code[2:]}",
        "twice": f"{link}&{code}",
        "no code at all": f"{path}?t=",
        "something else": f"{path}?holder=%3Cscript%3Ealert(1)%3C/script%3E",
        "no statement": f"{path}?t=1~{signature}",
    }


@pytest.mark.long
def test_a_forged_or_edited_address_is_said_on_the_page_whatever_was_changed(paper):
    store, app, link = paper
    publish(store)
    for what, address in forge(link).items():
        assert address != link, what
        page = ask(app, f"{address}&lang=en")
        assert page.status == 200
        assert "<h1>The code is not of this document</h1>" in page.text, what
        assert "Do not trust this paper" in page.text, what
        assert "<script" not in page.text

    answer = check_number(store, f"{link}~x")
    assert (answer.code, answer.status, answer.is_signed) == ("forged", "valid", True)

    for added in ("", "&lang=ru", "&utm_source=mail&fbclid=x"):
        assert check_number(store, link + added).code == "holds"
    assert check_number(store, number_of(link)).code is None


@pytest.mark.long
def test_the_code_of_one_paper_does_not_hold_for_another(paper, handed_out):
    store, app, link = paper
    code = link.partition("?")[2]
    other = number_of(handed_out[1][1])

    assert look(app, f"/check/{other}?{code}&lang=en")[1] == "The code is not of this document"
    assert check_number(store, f"{other}?{code}").code == "forged"


def holds_without_us(address, key):
    try:
        return check_offline(address, key)
    except Refused:
        return False


def test_without_us_an_edited_code_is_refused_or_does_not_hold(paper):
    store, _, link = paper
    key = check_number(store, link).public_key

    assert check_offline(link, key)
    for what, address in forge(link).items():
        assert not holds_without_us(address, key), what


@pytest.mark.long
def test_of_an_erased_holder_it_cannot_be_told_whether_the_signature_is_of_the_statement(paper):
    store, app, link = paper
    publish(store)
    assert check_number(store, link).is_signed is True
    store.cursor().execute("delete from private.document")
    answer = check_number(store, number_of(link))

    assert (answer.is_signed, answer.changed_on) == (None, None)
    assert check_number(store, link).code == "holds"
    assert check_number(store, link.replace("~gold~", "~silver~")).code == "forged"
    _, title, said = look(app, f"/check/{number_of(link)}?lang=en")
    assert title == "It can no longer be told whether the document holds"
    assert "erased" in said

    store.cursor().execute("update ledger.document set signature = 'x'")
    assert check_number(store, number_of(link)).is_signed is None


def test_a_signature_that_was_changed_in_the_ledger_is_told(paper):
    store, app, link = paper
    store.cursor().execute("update ledger.document set signature = repeat('A', 86)")
    answer = check_number(store, number_of(link))

    assert (answer.is_signed, answer.code) == (False, None)
    assert (
        "The signature kept with this document" in look(app, f"/check/{number_of(link)}?lang=en")[2]
    )
