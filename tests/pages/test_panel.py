"""The register of a jury on the page of a contest: written by the chief expert, read by staff."""

import pytest

from tests.pages.test_four_eyes import keys, open_contest
from tests.pages.test_jury import texts
from tests.pages.test_why import open_page
from tests.store.test_panel import ASKAR, BOLAT, decide, panel
from tests.web.people import CONTEST, be

__all__ = ["panel"]


def record(page, form, **fields):
    for name, value in fields.items():
        page.selectbox(key=f"{form}_{name}").set_value(value)
    page.text_input(key=f"{form}_reason").set_value("as told").run()
    page.button(key=f"{form}_now").click().run()
    return page


@pytest.mark.long
def test_the_chief_expert_declares_decides_replaces_and_gives_a_penalty(panel, monkeypatch):
    be(panel, "chief_expert", monkeypatch)
    page = open_contest(panel)
    record(page, "declare", expert=ASKAR, entry="01", relation="relative")
    declared = texts(page)
    page.radio(key="rule_value").set_value("aside")
    record(page, "rule")
    record(page, "replace", expert=ASKAR, successor=BOLAT)
    record(page, "penalty", entry="02")
    after = texts(page)

    assert "○ waits for a decision" in declared
    for said in ("✓ replaced", "Takes over", "warning"):
        assert said in after
    assert not page.exception


@pytest.mark.long
def test_an_expert_may_declare_and_nothing_else(panel, monkeypatch):
    be(panel, "expert", monkeypatch)
    page = open_contest(panel)

    assert "declare_now" in keys(page)
    assert not keys(page) & {"rule_now", "replace_now", "penalty_now"}


@pytest.mark.long
def test_a_penalty_stands_under_the_board_and_beside_the_steps_of_its_entry(panel):
    decide(panel, "penalty", "warning", entry="01")
    board = texts(open_page(panel, "results/live.py", contest=CONTEST, lang="en"))
    why = texts(open_page(panel, "results/participant.py", contest=CONTEST, entry="01", lang="en"))

    assert "Penalties; they take no points" in board
    assert "Penalty" in why
    assert "warning" in why
