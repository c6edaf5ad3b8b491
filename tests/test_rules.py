"""Every worked example of the rulebook is a test that bears its id (``tests/rules.toml``)."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LISTS = tomllib.loads((TESTS / "rules.toml").read_text(encoding="utf-8"))


def collect(section):
    return [rule for rules in LISTS[section].values() for rule in rules]


ASKED = [*collect("examples"), *collect("rules")]
PENDING = collect("pending")


@cache
def list_tests():
    return [
        node.name
        for file in sorted(TESTS.rglob("test_*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def find_tests(rule):
    """Return the tests whose name bears the id as words of its own."""
    words = rule.lower().replace("-", "_")
    return [name for name in list_tests() if re.search(rf"_{words}(_|$)", name)]


@pytest.mark.parametrize("rule", [rule for rule in ASKED if rule not in PENDING])
def test_a_rule_has_a_test_that_bears_its_id(rule):
    assert find_tests(rule)


@pytest.mark.parametrize("rule", PENDING)
def test_a_pending_rule_has_no_test_yet_or_else_is_no_longer_pending(rule):
    assert rule in ASKED
    assert find_tests(rule) == [], f"take {rule} off [pending] in tests/rules.toml"


def test_no_rule_is_listed_twice():
    listed = [*ASKED, *collect("silent")]

    assert (len(listed), len(PENDING)) == (len(set(listed)), len(set(PENDING)))


def test_a_silent_rule_needs_no_test():
    assert set(collect("silent")) & set(PENDING) == set()
