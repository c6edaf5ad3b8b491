"""Clean tables for the corpus: score sheets, goods, staff; all invented."""

import datetime as dt
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
