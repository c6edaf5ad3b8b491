"""Habits: one way each in which people break a clean table; the truth goes along."""

from tests.reading.tables import (
    FOOTS,
    RU,
    SIGNS,
    TITLES,
    Style,
    quote_cell,
    write_line,
)


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


def value_pairs(page, rng):
    """Write names with values above the table, in as many cells or in two."""
    for name, value in [("Компетенция:", "Аспаздық"), ("Дата:", "14.03.2025")]:
        padding = [""] * rng.choice([0, len(page.table.header) - 2])
        page.before.append(write_line([name, value, *padding], page.style))


def group_rows(page, rng):
    """Part the records of a short table by lines with the name of a group."""
    page.body, page.records = page.body[:4], page.records[:4]
    blanks = [""] * (len(page.table.header) - 1)
    page.body.insert(2, (["Екінші топ", *blanks], None))
    page.body.insert(0, (["Бірінші топ", *blanks], None))


def page_numbers(page, rng):
    """Repeat the header on each page, under a line with the page's number."""
    half = len(page.body) // 2
    blanks = [""] * (len(page.table.header) - 1)
    page.body[half:half] = [(["2-бет", *blanks], None), (page.table.header, None)]


def lone_date(page, rng):
    page.after += [page.style.end, lone("14.03.2025", page, rng)]


def two_to_sign(page, rng):
    """Write two places to sign right under the records, one of them in two cells."""
    blanks = [""] * (len(page.table.header) - 3)
    page.after.append(write_line(["Төраға:", "", "_________", *blanks], page.style))
    page.after.append(write_line(["", "", "Хатшы _______", *blanks], page.style))


def empty_columns(page, rng):
    """Write separators of empty columns at the end of every line."""
    for rows in (page.head, [row for row, _ in page.body]):
        for row in rows:
            row.extend(["", ""])


def enclosed_lines(page, rng):
    """Enclose every line as a whole."""
    page.records = [[cell.replace("\n", " ") for cell in row] for row in page.records]
    lines = [write_line(row, page.style).rstrip() for row in [*page.head, *page.records]]
    shown = ['"' + line.replace('"', '""') + '"' + page.style.end for line in lines]
    page.head, page.body, page.before = [], [], shown


def inner_quote(page, rng):
    """Enclose one cell in quotes and leave a quote in it as it is."""
    index, column = rng.randrange(len(page.body)), rng.randrange(6)
    row, quote = page.records[index], page.style.quote
    inner = f"12{quote}x4"
    parts = [quote_cell(cell, page.style) for cell in row]
    parts[column], row[column] = quote + inner + quote, inner
    page.body[index] = (row, page.style.delimiter.join(parts) + page.style.end)


def bare_decimals(page, rng):
    """Write every number of a comma file with a decimal comma and without quotes."""
    page.records = [
        [cell.replace(".", ",") if c >= 4 else cell for c, cell in enumerate(row)]
        for row in page.records
    ]
    page.body = [(row, ",".join(row) + page.style.end) for row in page.records]


def far_header(page, rng):
    """Leave a blank line under the header."""
    page.body.insert(0, ([], page.style.end))


def decimal_comma(page, rng):
    """Write the numbers of a comma file with decimal commas and without quotes in one row."""
    index = rng.randrange(len(page.body))
    row = page.records[index]
    plain = [cell.replace(".", ",") if c >= 4 else cell for c, cell in enumerate(row)]
    page.records[index] = plain
    page.body[index] = (row, ",".join(plain) + page.style.end)
