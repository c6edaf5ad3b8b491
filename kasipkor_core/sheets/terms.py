"""Terms: the months a plan names in place of days, "қазан-қараша"; a day is never guessed."""

import datetime as dt
import re
from functools import cache
from itertools import pairwise

from babel.dates import get_month_names

from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.values import Cell

FIRST_MONTH = 9  # of a school year: September to August
_APART = ".."
_DECEMBER = 12
_RANGE = 2  # two months stand for all between them
_SMALL_WORDS = frozenset(
    fold(word)
    for word in (
        "ай", "айы", "айлары", "айында", "айларында", "аралығы", "аралығында", "және", "мен",
        "бен", "пен", "дейін", "бастап", "жыл", "жылғы", "жылы", "жылдың", "ж", "жж", "в", "с",
        "со", "по", "до", "и", "месяц", "месяца", "месяцы", "год", "года", "г", "гг", "in", "from",
        "to", "till", "until", "and", "of",
    )
)  # fmt: skip
_ENDINGS = ("да", "де", "та", "те", "нан", "нен", "дан", "ден", "тан", "тен", "ға", "ге", "ның",
            "нің", "дың", "дің", "тың", "тің", "ы", "і")  # fmt: skip
_IN_RUSSIAN = (
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
    "октябре", "ноябре", "декабре",
)  # fmt: skip
_YEAR = re.compile(r"20[0-9][0-9]")
_NUMBERED = re.compile(r"\s*(?:(20[0-9][0-9])-([0-9]{1,2})|([0-9]{1,2})\.(20[0-9][0-9]))\s*")


def read_term(found: str) -> Cell:
    """Read months, with or without a year: ``қазан-қараша``, ``ноябрь``, ``декабрь 2022 г.``.

    Returns:
        The first and the last month, as ``10..11``, ``02..02`` or ``2022-12..2023-01``; a text
        with days, or with anything else, is not read: days have columns of their own.

    Source:
        Rulebook TC-S01 to TC-S13 (months as written have no year), OQ-10.
    """
    numbered = _NUMBERED.fullmatch(found)
    if numbered:
        year, month = int(numbered[1] or numbered[4]), int(numbered[2] or numbered[3])
        return _write([month], [year]) if 1 <= month <= _DECEMBER else Cell(None, "not_a_term")
    months: list[int] = []
    years: list[int] = []
    for word in fold(found).split():
        month_of = _find_month(word)
        if month_of:
            months.append(month_of)
        elif _YEAR.fullmatch(word):
            years.append(int(word))
        elif word not in _SMALL_WORDS:
            return Cell(None, "not_a_term")
    return _write(months, years) if _is_run(months) else Cell(None, "not_a_term")


def find_window(term: str, season: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a term that was read, in a school year."""
    first, last = (_place(part, season) for part in term.split(_APART))
    following = (last.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return first, following - dt.timedelta(days=1)


def _place(part: str, season: int) -> dt.date:
    year, _, month = part.rpartition("-")
    number = int(month)
    return dt.date(int(year) if year else season + (number < FIRST_MONTH), number, 1)


def _is_run(months: list[int]) -> bool:
    """Say whether there are months, and three or more of them follow one another."""
    is_range = len(months) <= _RANGE
    return bool(months) and (is_range or all(b == a % _DECEMBER + 1 for a, b in pairwise(months)))


def _write(months: list[int], years: list[int]) -> Cell:
    first, last = months[0], months[-1]
    if not years:
        return Cell(f"{first:02d}{_APART}{last:02d}")
    begins = years[0] if len(years) > 1 else years[0] - (first > last)
    return Cell(f"{begins}-{first:02d}{_APART}{years[-1]}-{last:02d}")


def _find_month(word: str) -> int | None:
    """Return the month a folded word names, Kazakh case endings aside."""
    months = _list_months()
    bare = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((months[form] for form in (word, *bare) if form in months), None)


@cache
def _list_months() -> dict[str, int]:
    return {
        fold(name): number
        for lang in ("kk", "ru", "en")
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale=lang).items()
    } | {fold(name): number for number, name in enumerate(_IN_RUSSIAN, start=1)}
