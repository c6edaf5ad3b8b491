"""A seeded maker of broken files, each with its truth: the header and the records.

A file is a clean table (a score sheet or ordinary business data) with one habit, or several
habits mixed. Nothing here knows how the reader works.
"""

import random

from tests.reading.habits import (
    Page,
    bare_decimals,
    blank_lines_between,
    clean,
    decimal_comma,
    empty_columns,
    enclosed_lines,
    far_header,
    fewer_separators,
    footnote,
    group_rows,
    header_only,
    inner_quote,
    lone_date,
    mixed_ends,
    more_separators,
    multi_header,
    no_header,
    numbering_row,
    one_record,
    other_delimiter_row,
    page_numbers,
    preamble,
    repeated_header,
    second_table,
    signature,
    stray_quote,
    total_row,
    trailing_blank,
    two_to_sign,
    value_pairs,
)
from tests.reading.tables import (
    MAKERS,
    RU,
    Case,
    make_business,
    make_scores,
    pick_style,
)

TEXT_HABITS = {
    "clean": (clean, {}),
    "semicolon": (clean, {"delimiter": ";"}),
    "tab": (clean, {"delimiter": "\t"}),
    "pipe": (clean, {"delimiter": "|"}),
    "blank": (clean, {"delimiter": " "}),
    "comma_blank": (clean, {"delimiter": ", "}),
    "two_characters": (clean, {"delimiter": "||"}),
    "single_quote": (clean, {"quote": "'"}),
    "escape": (clean, {"escape": "\\"}),
    "cr": (clean, {"end": "\r"}),
    "mixed_ends": (mixed_ends, {}),
    "utf8_bom": (clean, {"encoding": "utf-8-sig"}),
    "utf16": (clean, {"encoding": "utf-16"}),
    "kz1048": (clean, {"encoding": "kz1048"}),
    "cp1251": (clean, {"encoding": "cp1251"}),
    "misread": (clean, {}),
    "preamble": (preamble, {}),
    "footnote": (footnote, {}),
    "signature": (signature, {}),
    "total_row": (total_row, {}),
    "trailing_blank": (trailing_blank, {}),
    "multi_header": (multi_header, {}),
    "no_header": (no_header, {}),
    "header_only": (header_only, {}),
    "one_record": (one_record, {}),
    "no_rows": (None, {}),
    "empty": (None, {}),
    "blank_lines": (blank_lines_between, {}),
    "more_separators": (more_separators, {}),
    "fewer_separators": (fewer_separators, {}),
    "stray_quote": (stray_quote, {}),
    "other_delimiter": (other_delimiter_row, {}),
    "decimal_comma": (decimal_comma, {"delimiter": ",", "quote_all": False}),
    "value_pairs": (value_pairs, {}),
    "group_rows": (group_rows, {}),
    "page_numbers": (page_numbers, {}),
    "lone_date": (lone_date, {}),
    "two_to_sign": (two_to_sign, {}),
    "empty_columns": (empty_columns, {}),
    "enclosed_lines": (enclosed_lines, {"delimiter": ",", "quote_all": False}),
    "inner_quote": (inner_quote, {"delimiter": ",", "quote_all": False}),
    "other_escape": (clean, {"escape": "#"}),
    "bare_decimals": (bare_decimals, {"delimiter": ",", "quote_all": False}),
    "far_header": (far_header, {}),
    "second_table": (second_table, {}),
    "repeated_header": (repeated_header, {}),
    "numbering_row": (numbering_row, {}),
}
SCORES_ONLY = (
    "kz1048",
    "cp1251",
    "misread",
    "numbering_row",
    "total_row",
    "decimal_comma",
    "bare_decimals",
    "group_rows",
    "page_numbers",
    "lone_date",
    "two_to_sign",
)
_TAME = (
    "preamble",
    "footnote",
    "signature",
    "total_row",
    "trailing_blank",
    "blank_lines",
    "multi_header",
)


def make_text(habit, rng):
    """Return one text file with a habit."""
    if habit == "empty":
        return Case(
            "empty", (habit,), rng.choice([b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n"]), [], []
        )
    if habit == "no_rows":
        header = rng.choice(MAKERS)(rng).header
        return Case(habit, (habit,), ";".join(header).encode(), header, [])
    work, fixed = TEXT_HABITS[habit]
    fixed = dict(fixed)
    maker = rng.choice(MAKERS)
    if habit in SCORES_ONLY:
        maker = make_scores
    if habit in (
        "escape",
        "single_quote",
        "comma_blank",
        "stray_quote",
        "other_escape",
        "inner_quote",
    ):
        maker = make_business
    table = maker(rng)
    if habit in ("kz1048", "misread"):
        table.records[0][2] = "Қожахмет Ңұр"
    if habit == "cp1251":
        table.header = ["№", "Код", "Ф.И.О. участника", "Область", "A", "B", "C", "D", "Итого"]
        for record in table.records:
            record[2], record[3] = f"{rng.choice(RU)} {rng.choice(RU)}", "Павлодарская область"
    if habit in ("decimal_comma", "bare_decimals"):
        for record in table.records:
            record[4:] = [cell.replace(",", ".") for cell in record[4:]]
    page = Page(table, pick_style(rng, **fixed))
    work(page, rng)
    return finish(page, habit, (habit,))


def finish(page, name, habits):
    data = page.render()
    if "misread" in habits:
        data = data.decode().encode("kz1048", "replace").decode("cp1251", "replace").encode()
    return Case(name, habits, data, page.header, page.records)


def make_mixed(rng):
    """Return a text file with several habits and another way of writing."""
    style = pick_style(
        rng,
        delimiter=rng.choice([",", ";", "\t", "|", ", "]),
        encoding=rng.choice(["utf-8", "utf-8-sig", "utf-16", "kz1048"]),
        end=rng.choice(["\n", "\r\n", "\r"]),
    )
    maker = make_business if style.encoding != "kz1048" and rng.random() < 0.4 else make_scores
    page = Page(maker(rng), style)
    habits = rng.sample(_TAME, rng.randint(2, 4))
    for habit in sorted(habits, key=_TAME.index):
        TEXT_HABITS[habit][0](page, rng)
    if "total_row" in habits and maker is make_business:
        page.after = page.after[1:]
    return finish(page, "mixed", ("mixed",))


def make_corpus(seed, each=3):
    """Return the text files of one seed: some of each habit, and mixtures."""
    rng = random.Random(seed)
    cases = [make_text(habit, rng) for habit in TEXT_HABITS for _ in range(each)]
    return [*cases, *(make_mixed(rng) for _ in range(each * 5))]
