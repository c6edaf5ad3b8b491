"""Marks entered on screen: what stands in the grid, what is new in it, and the sheet it becomes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from kasipkor_core.sheets import Finding
from kasipkor_core.ui.screen_sheet import ScreenSheet, list_rows

HEADER = ("entry", "aspect", "judge", "mark")
Cell = tuple[str, str]  # entry, aspect
Marks = dict[Cell, Decimal]


@dataclass(frozen=True)
class Given:
    """A mark in force: its value, the judge, and the batch that brought it."""

    value: Decimal
    judge: str
    batch_no: int


@dataclass(frozen=True)
class Plan:
    """What writing the grid does.

    Attributes:
        sheet: The sheet to write; None when nothing is new.
        cells: Entry and aspect of each row of the sheet, in its order.
        replaces: The batch whose place it takes, or None.
        conflicts: Batches that hold marks that were changed, when there are several.
    """

    sheet: ScreenSheet | None
    cells: tuple[Cell, ...]
    replaces: int | None
    conflicts: tuple[int, ...]


def list_options(aspect: Mapping[str, Any], given: Iterable[Decimal], *, top: int) -> list[Decimal]:
    """Return the values an aspect may have, empty when any number up to its maximum may stand.

    Args:
        aspect: A row of ``mart.scheme``.
        given: Values that stand in the column already; they stay choosable.
        top: The greatest score of a judgement.

    Source:
        Rulebook WM-04 (full mark or zero unless partial marks are defined), WM-05 (0 to 3).
    """
    if aspect["kind"] == "J":
        return [Decimal(score) for score in range(top + 1)]
    if aspect["partial_rule"]:
        return []
    return sorted({Decimal(0), _norm(aspect["max_mark"]), *map(_norm, given)})


def _norm(value: Decimal) -> Decimal:
    """Return the number without idle zeros, so that equal values are one option."""
    return value.quantize(Decimal("0.001")).normalize() + 0


def read_mark(value: object) -> Decimal | None:
    """Return a cell of the grid, with comma or point, as a mark; None is not marked, never zero."""
    if value is None or value == "" or value != value:  # noqa: PLR0124  NaN is the empty number
        return None
    try:
        return _norm(Decimal(str(value).replace(",", ".")))
    except InvalidOperation:
        return None


def write_pattern(most: Decimal) -> str:
    """Return what a typed mark looks like: 0 to the greatest, in hundredths, comma or point."""
    whole, hundredths = int(most), int(most % 1 * 100)
    below = f"({'|'.join(map(str, range(whole)))})([.,][0-9]{{1,2}})?"
    rest = [f"{one:02}" for one in range(hundredths + 1)]
    rest += [str(one) for one in range(hundredths // 10 + 1)]
    top = f"{whole}([.,]({'|'.join(rest)}))?"
    return f"^({below}|{top})$" if whole else f"^({top})$"


def pack(marks: Marks) -> dict[str, str]:
    """Return marks as the draft store keeps them."""
    return {f"{entry}\t{aspect}": f"{value:f}" for (entry, aspect), value in marks.items()}


def unpack(content: Mapping[str, str] | None) -> Marks:
    """Return marks from the draft store."""
    marks: Marks = {}
    for place, value in (content or {}).items():
        entry, _, aspect = place.partition("\t")
        marks[entry, aspect] = _norm(Decimal(value))
    return marks


def compare(first: Marks, second: Marks) -> list[tuple[Cell, Decimal | None, Decimal | None]]:
    """Return the cells in which two blind entries differ, in the order of the sheet."""
    cells = sorted({*first, *second})
    return [
        (cell, first.get(cell), second.get(cell))
        for cell in cells
        if first.get(cell) != second.get(cell)
    ]


def plan_sheet(
    marks: Marks,
    given: Mapping[tuple[str, str, str], Given],
    *,
    aspects: Iterable[str],
    judge: str,
    contest: str,
    name: str,
) -> Plan:
    """Return the sheet that makes the ledger say what the grid says.

    Marks that are in force already are left out. Where a mark of a former sheet was changed or
    emptied, the new sheet takes the place of that one and carries all its other marks along.

    Args:
        marks: The grid: one judge, the aspects of one sub-criterion.
        given: Marks in force by entry, aspect and judge, of the whole contest.
        aspects: Aspects of the grid.
        judge: Whose marks they are.
        contest: The contest.
        name: File name of the sheet.
    """
    scope = set(aspects)
    held = {
        (entry, aspect): one
        for (entry, aspect, who), one in given.items()
        if who == judge and aspect in scope
    }
    changed = {cell for cell, one in held.items() if marks.get(cell) != _norm(one.value)}
    batches = sorted({held[cell].batch_no for cell in changed})
    if len(batches) > 1:
        return Plan(None, (), None, tuple(batches))
    kept = {
        key: _norm(one.value)
        for key, one in given.items()
        if batches == [one.batch_no] and not (key[2] == judge and key[1] in scope)
    }
    own = {
        (*cell, judge): value
        for cell, value in marks.items()
        if cell not in held or held[cell].batch_no in batches
    }
    rows = sorted({**kept, **own}.items())
    if not rows and not changed:
        return Plan(None, (), None, ())
    sheet = ScreenSheet(
        kind="marks",
        name=name,
        header=HEADER,
        rows=list_rows([[*key, f"{value:f}"] for key, value in rows]),
        contest=contest,
        replaces=batches[0] if batches else "no",
    )
    cells = tuple((entry, aspect) for (entry, aspect, _), _ in rows)
    return Plan(sheet, cells, batches[0] if batches else None, ())


def place_findings(plan: Plan, findings: Iterable[Finding]) -> list[tuple[Cell | None, Finding]]:
    """Return the findings with entry and aspect of their cell; None: the whole sheet."""
    placed: list[tuple[Cell | None, Finding]] = []
    for one in findings:
        number = one.row - 2 if one.row is not None else -1  # line 1 is the header
        placed.append((plan.cells[number] if 0 <= number < len(plan.cells) else None, one))
    return placed
