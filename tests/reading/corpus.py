"""A seeded maker of broken files, each with its truth: the header and the records.

A file is a clean table (a score sheet or ordinary business data) with one habit, or several
habits mixed. Nothing here knows how the reader works.
"""

import datetime as dt
import random
from dataclasses import dataclass, field

KK = [
    "Нұрлан",
    "Әділет",
    "Ғалия",
    "Қуаныш",
    "Өмірзақ",
    "Үміт",
    "Ұлжан",
    "Іңкәр",
    "Һашим",
    "Жанғали",
    "Мөлдір",
    "Тұрар",
]
RU = [
    "Олжас",
    "Ислам",
    "Динара",
    "Сергей",
    "Мария",
    "Айгерим",
    "Болат",
    "Дана",
    "Ерлан",
    "Тимур",
    "Ольга",
    "Канат",
]
REGIONS = ["ШҚО", "Астана қаласы", "Павлодар облысы", "Алматы қ.", "г. Алматы", "область Жетісу"]
TITLES = [
    "Областной чемпионат профессионального мастерства",
    "Бағалау ведомосы. Құзырет: дәнекерлеу",
    "Отчёт о продажах за второй квартал, 2024 год",
    "Дата проведения: 14.03.2025 г.",
    "Report generated 2024-05-01",
    "Confidential",
]
FOOTS = [
    "* предварительные данные",
    "Ескерту: ұпайлар алдын ала есептелген",
    "Source: monthly report of the sales office",
    "Примечание: сведения на 1 марта, уточняются",
]
SIGNS = [
    "Главный эксперт: ______________ (подпись)",
    "Бас сарапшы: __________ (қолы)",
    "Signature ________________",
]
PRODUCTS = [
    "Fly Rod",
    "Men's Boots",
    "Wool Coat",
    "Throw Pillow, Paddles",
    'Table, Round 48"',
    "Socks",
]
PROSE = [
    "Light, warm and quiet; made for long days.",
    'A 5" blade, "tempered" by hand',
    "Ideal for women's and kids' hikes",
    "Keeps feet dry in any weather",
    "Works, as it says, without noise",
    "First line\nsecond line of the text",
]


@dataclass
class Table:
    """What a file means."""

    header: list[str]
    records: list[list[str]]
    header_rows: list[list[str]] = field(default_factory=list)


@dataclass
class Case:
    """A file and its truth."""

    name: str
    habits: tuple[str, ...]
    data: bytes
    header: list[str]
    records: list[list[str]]


def make_scores(rng, rows=None):
    comma = rng.random() < 0.5
    kk = rng.random() < 0.5
    names = KK if kk else RU
    head = (
        ["№", "Коды", "Қатысушының аты-жөні", "Өңірі", "A", "B", "C", "D", "Барлығы"]
        if kk
        else ["№", "Код", "Ф.И.О. участника", "Область", "A", "B", "C", "D", "Итого"]
    )
    records = []
    for number in range(1, (rows or rng.randint(6, 30)) + 1):
        marks = [rng.randint(0, 2500) for _ in range(4)]
        shown = [f"{mark / 100:.2f}" for mark in [*marks, sum(marks)]]
        shown = [mark.replace(".", ",") for mark in shown] if comma else shown
        person = f"{rng.choice(names)}ов {rng.choice(names)}"
        records.append(
            [str(number), f"{rng.randint(1, 99):04d}", person, rng.choice(REGIONS), *shown]
        )
    return Table(head, records)


def make_business(rng, rows=None):
    head = [
        "DATE",
        "TIME",
        "Qty",
        "PRODUCTID",
        "Price",
        "ProductType",
        "Description",
        "URL",
        "Phone",
        "Comments",
    ]
    records = []
    day = dt.date(2018, 1, 1) + dt.timedelta(days=rng.randint(0, 900))
    for number in range(rows or rng.randint(12, 84)):
        key = f"{rng.choice(['MG', 'RI', 'BH', 'YY'])}-{rng.randint(1000, 9999)}"
        records.append(
            [
                f"{day + dt.timedelta(days=number):%d/%m/%Y}",
                f"{number // 4 % 24:02d}:{number % 4 * 15:02d}",
                str(rng.randint(0, 30)),
                key,
                f"${rng.randint(50, 9900) / 100:.2f}",
                rng.choice(PRODUCTS),
                rng.choice(PROSE),
                f"https://www.example.com/product/{key}.html",
                f"+7 701 {rng.randint(100, 999)} {rng.randint(10, 99)} {rng.randint(10, 99)}",
                "" if rng.random() < 0.9 else "ok",
            ]
        )
    return Table(head, records)


def make_staff(rng, rows=None):
    """Return a table that is mostly words, with an empty column."""
    head = ["Organisation", "Region", "Contact", "Email", "Since", "Remark"]
    records = [
        [
            f"{rng.choice(['Колледж', 'College', 'Лицей'])} № {rng.randint(1, 99)}",
            rng.choice(REGIONS),
            f"{rng.choice(RU)} {rng.choice(KK)}",
            f"office{rng.randint(1, 999)}@example.kz",
            str(rng.randint(1950, 2020)),
            "",
        ]
        for _ in range(rows or rng.randint(8, 40))
    ]
    return Table(head, records)


MAKERS = (make_scores, make_business, make_staff)


@dataclass
class Style:
    """How a table is written as text."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    end: str = "\r\n"
    encoding: str = "utf-8"
    quote_all: bool = False


def write_line(cells, style):
    return style.delimiter.join(quote_cell(cell, style) for cell in cells) + style.end


def quote_cell(cell, style):
    risky = any(each in cell for each in (style.delimiter, style.quote, "\n", "\r"))
    risky = (
        risky
        or (style.delimiter.strip() == "," and "," in cell)
        or (" " in style.delimiter and " " in cell)
    )
    if not (risky or style.quote_all):
        return cell
    inner = cell.replace(style.quote, (style.escape or style.quote) + style.quote)
    return style.quote + inner + style.quote


def pick_style(rng, **fixed):
    style = Style(quote_all=rng.random() < 0.3, end=rng.choice(["\n", "\r\n"]))
    for key, value in fixed.items():
        setattr(style, key, value)
    return style


class Page:
    """The lines of a text file while habits work on it."""

    def __init__(self, table, style):
        self.table, self.style = table, style
        self.before, self.after = [], []
        self.head = [table.header]
        self.body = [(list(record), None) for record in table.records]
        self.header = list(table.header)
        self.records = [list(record) for record in table.records]

    def render(self):
        lines = [*self.before]
        lines += [write_line(row, self.style) for row in self.head]
        lines += [raw if raw is not None else write_line(row, self.style) for row, raw in self.body]
        return "".join([*lines, *self.after]).encode(self.style.encoding)


def lone(text, page, rng):
    """Return a line with one cell, padded or not."""
    width = len(page.table.header) if rng.random() < 0.5 else 1
    return write_line([text, *[""] * (width - 1)], page.style)


def clean(page, rng):
    pass


def preamble(page, rng):
    for title in rng.sample(TITLES, rng.randint(1, 3)):
        page.before.append(lone(title, page, rng))
    if rng.random() < 0.6:
        page.before.append(
            rng.choice([page.style.end, write_line([""] * len(page.header), page.style)])
        )


def footnote(page, rng):
    if rng.random() < 0.6:
        page.after.append(page.style.end)
    for text in rng.sample(FOOTS, rng.randint(1, 2)):
        page.after.append(lone(text, page, rng))


def signature(page, rng):
    page.after.append(write_line([""] * len(page.header), page.style))
    page.after.append(lone(rng.choice(SIGNS), page, rng))


def number_of(cell):
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None


def total_row(page, rng):
    """Add a row of sums or one sum, its label in one of the first columns of words."""
    columns = [
        c
        for c in range(4, len(page.header))
        if page.records and all(number_of(r[c]) is not None for r in page.records)
    ]
    cells = [""] * len(page.header)
    cells[rng.choice([0, 1, 2])] = rng.choice(
        ["Итого", "Барлығы", "Жиынтық", "Всего по ведомости", "Total"]
    )
    for column in columns if rng.random() < 0.5 else columns[-1:]:
        total = f"{sum(number_of(record[column]) for record in page.records):.2f}"
        cells[column] = (
            total.replace(".", ",") if any("," in r[column] for r in page.records) else total
        )
    page.after.insert(0, write_line(cells, page.style))


def trailing_blank(page, rng):
    page.after.append(page.style.end * rng.randint(1, 5))


def multi_header(page, rng):
    """Write the header in two rows: twice the same, or a group name over some columns."""
    if rng.random() < 0.4:
        page.head = [page.header, page.header]
        page.header = [f"{name} {name}" for name in page.header]
        return
    first, last = 4, min(8, len(page.header))
    group = rng.choice(["Баллы по критериям", "Ұпай", "Details"])
    above = [*page.header[:first], group, *[""] * (last - first - 1), *page.header[last:]]
    below = [*[""] * first, *page.header[first:last], *[""] * (len(page.header) - last)]
    page.head = [above, below]
    page.header = [
        f"{group} {name}" if first <= c < last else name for c, name in enumerate(page.header)
    ]


def no_header(page, rng):
    page.head, page.header = [], []


def header_only(page, rng):
    page.body, page.records = [], []


def one_record(page, rng):
    page.body, page.records = page.body[:1], page.records[:1]


def blank_lines_between(page, rng):
    for _ in range(rng.randint(1, 3)):
        page.body.insert(rng.randint(1, len(page.body)), ([], page.style.end))


def more_separators(page, rng):
    index = rng.randrange(len(page.body))
    column = rng.randint(1, len(page.table.header) - 1)
    row = page.records[index]
    row.insert(column, "")
    page.body[index] = (row, None)


def fewer_separators(page, rng):
    """Leave out cells at the end of one row."""
    index = rng.randrange(len(page.body))
    row = page.records[index]
    del row[rng.randint(3, len(row) - 1) :]
    page.body[index] = (row, None)


def stray_quote(page, rng):
    """Open a quote in one cell and never close it."""
    index = rng.randrange(len(page.body))
    column = rng.randrange(5)
    if page.style.quote_all or any(
        each in page.records[index][column] for each in page.style.quote
    ):
        page.style.quote_all = False
    row = page.records[index]
    parts = [quote_cell(cell, page.style) for cell in row]
    parts[column] = page.style.quote + row[column]
    if any(mark in row[column] for mark in (page.style.delimiter, "\n")):
        return
    row[column] = page.style.quote + row[column]
    page.body[index] = (row, page.style.delimiter.join(parts) + page.style.end)


def other_delimiter_row(page, rng):
    index = rng.randrange(len(page.body))
    other = Style(**{**vars(page.style), "delimiter": ";" if page.style.delimiter != ";" else "\t"})
    other.quote_all = True
    page.body[index] = (page.records[index], write_line(page.records[index], other))


def second_table(page, rng):
    width = rng.choice([3, 6, len(page.header) + 2])
    if rng.random() < 0.7:
        page.after.append(page.style.end)
    page.after.append(write_line([f"Name {chr(65 + c)}" for c in range(width)], page.style))
    for _ in range(rng.randint(4, 9)):
        cells = [rng.choice(RU), *[str(rng.randint(1, 999)) for _ in range(width - 1)]]
        page.after.append(write_line(cells, page.style))


def repeated_header(page, rng):
    if len(page.body) > 4:
        page.body.insert(len(page.body) // 2, (page.table.header, None))


def numbering_row(page, rng):
    page.body.insert(0, ([str(c + 1) for c in range(len(page.table.header))], None))


def mixed_ends(page, rng):
    ends = ["\n", "\r\n", "\r"]
    page.body = [
        (row, write_line(row, Style(**{**vars(page.style), "end": rng.choice(ends)})))
        for row, _ in page.body
    ]


def decimal_comma(page, rng):
    """Write the numbers of a comma file with decimal commas and without quotes in one row."""
    index = rng.randrange(len(page.body))
    row = page.records[index]
    plain = [cell.replace(".", ",") if c >= 4 else cell for c, cell in enumerate(row)]
    page.records[index] = plain
    page.body[index] = (row, ",".join(plain) + page.style.end)


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
    "second_table": (second_table, {}),
    "repeated_header": (repeated_header, {}),
    "numbering_row": (numbering_row, {}),
}
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
    if habit in ("kz1048", "cp1251", "misread", "numbering_row", "total_row", "decimal_comma"):
        maker = make_scores
    if habit in ("escape", "single_quote", "comma_blank", "stray_quote"):
        maker = make_business
    table = maker(rng)
    if habit in ("kz1048", "misread"):
        table.records[0][2] = "Қожахмет Ңұр"
    if habit == "cp1251":
        table.header = ["№", "Код", "Ф.И.О. участника", "Область", "A", "B", "C", "D", "Итого"]
        for record in table.records:
            record[2], record[3] = f"{rng.choice(RU)} {rng.choice(RU)}", "Павлодарская область"
    if habit == "decimal_comma":
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
