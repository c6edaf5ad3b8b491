"""Rulesets as files: what they say, and what is said of a wrong one."""

from decimal import Decimal

import pytest

from kasipkor_core import house
from kasipkor_core.errors import Misused
from kasipkor_core.rulesets import build_reference, load_rulesets, parse_ruleset
from kasipkor_core.rulesets.load import find_line

TEXT = (house.DATA / "rulesets" / "worldskills.toml").read_text(encoding="utf-8")


def refuse(old, new):
    with pytest.raises(Misused) as caught:
        parse_ruleset(TEXT.replace(old, new, 1), name="wrong.toml")
    return str(caught.value)


def test_every_file_is_a_ruleset():
    assert [ruleset.ruleset for ruleset in load_rulesets()] == [
        "best-professionals-2022",
        "civil-service-2023",
        "competence-centre-2021",
        "demo-exam-2022",
        "state-language-2022",
        "teacher-skill-2022",
        "vacancy-2025",
        "worldskills-500",
        "worldskills-demo",
        "worldskills",
    ]


def test_the_scale_is_as_the_rulebook_has_it():
    scales = {ruleset.ruleset: ruleset.scale for ruleset in load_rulesets()}
    keys = ("estimator", "centre", "spread", "factor")
    found = {
        name: tuple(getattr(scale, key) for key in keys) for name, scale in scales.items() if scale
    }

    assert found == {
        "worldskills": ("mad", 700, 30, Decimal("1.4826")),
        "worldskills-demo": ("mad", 700, 30, Decimal("1.4826")),
        "worldskills-500": ("sd", 500, 30, Decimal("1.0")),
    }


def test_only_the_demonstration_shows_places_while_juries_mark():
    shown = {r.ruleset for r in load_rulesets() if r.show_places_while_marking}

    assert shown == {"worldskills-demo"}


def test_the_hash_is_of_the_bytes():
    one, other = (parse_ruleset(text, name="x") for text in (TEXT, TEXT + "# changed\n"))

    assert (one.content, one.ruleset_hash != other.ruleset_hash) == (TEXT, True)


def test_a_wrong_value_is_named_with_line_and_key():
    line = TEXT[: TEXT.index("estimator")].count("\n") + 1

    assert refuse('"mad"', '"mode"') == (
        f"wrong.toml, line {line}: key scale.estimator: Input should be 'mad' or 'sd'."
        " Put the key right."
    )


def test_a_key_too_many_is_named():
    line = TEXT[: TEXT.index("[scale]")].count("\n") + 2

    assert refuse("[scale]\n", "[scale]\nmoon = 1\n") == (
        f"wrong.toml, line {line}: key scale.moon: Extra inputs are not permitted."
        " Put the key right."
    )


def test_a_missing_key_is_named_at_its_table():
    line = TEXT[: TEXT.index("[scale]")].count("\n") + 1

    assert refuse("centre = 700", "# centre").startswith(
        f"wrong.toml, line {line}: key scale.centre:"
    )


def test_a_broken_line_is_named():
    line = TEXT[: TEXT.index("[scale]")].count("\n") + 1

    assert refuse("[scale]", "[scale").startswith(f"wrong.toml, line {line}: this is no TOML")


def test_an_unknown_zone_is_refused():
    assert "key zone: Value error, no such time zone" in refuse("Asia/Almaty", "Asia/Atlantis")


def test_a_key_of_the_third_award_is_found():
    line = TEXT[: TEXT.index('award = "bronze"')].count("\n") + 1

    assert find_line(TEXT, ("awards", 2, "award")) == line


def test_a_file_must_bear_the_name_of_its_ruleset(tmp_path):
    (tmp_path / "other.toml").write_text(TEXT, encoding="utf-8")

    with pytest.raises(Misused, match=r"other\.toml, line \d+: key ruleset says worldskills"):
        load_rulesets(tmp_path)


def test_a_new_ruleset_is_a_new_file(tmp_path):
    text = TEXT.replace('ruleset = "worldskills"', 'ruleset = "city-2030"')
    (tmp_path / "city-2030.toml").write_text(text, encoding="utf-8")
    tables = build_reference(load_rulesets(tmp_path))

    assert tables["ruleset"]["ruleset"].to_pylist() == ["city-2030"]
    assert tables["award_rule"]["award"].to_pylist() == [
        "gold",
        "silver",
        "bronze",
        "medallion",
        "certificate",
    ]


def test_the_columns_of_the_rows_are_those_of_the_tables():
    tables = build_reference(load_rulesets())
    missing = {
        name: [
            column
            for column in table.column_names
            if f"    {column} " not in (house.SQL / "ref" / f"{name}.sql").read_text("utf-8")
        ]
        for name, table in tables.items()
    }

    assert missing == {name: [] for name in tables}
