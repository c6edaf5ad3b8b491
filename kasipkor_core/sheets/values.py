"""Values: what one cell says, read by the type of its field; repairs are named, never silent."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from babel.dates import get_month_names
from rapidfuzz import fuzz, process

from kasipkor_core.i18n import ZONE
from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.formats import list_choices

_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b\ufeff]+")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?")
_HALF = re.compile(r"([+-]?)[.,]([0-9]+)")
_YEARS = re.compile(
    r"([0-9]{4})(?:\s*[-–—/]\s*([0-9]{2}|[0-9]{4}))?"
    r"(?:\s*(?:оқу|уч\w*|school|academic)\.?)?(?:\s*(?:ж|г|жж|гг|жыл\w*|год\w*|year)\.?)?"
)
_ISO = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_LOCAL = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")
_WORDS = re.compile(r"([0-9]{1,2}) (\w+) ([0-9]{4})|([0-9]{4}) жылғы ([0-9]{1,2}) (\w+)")
_TIME = re.compile(
    r"(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?)?(?:\s*(?:г|ж|года|жыл)\.?)?"
)
_FIGURES = str.maketrans({"О": "0", "O": "0", "о": "0", "o": "0", "З": "3", "l": "1", "I": "1"})
_LATIN = dict(zip("АВСЕНКМОРТХІаесорхі", "ABCEHKMOPTXIaecopxi", strict=True))
_CYRILLIC = {latin: cyrillic for cyrillic, latin in _LATIN.items()}
_MIXED = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[A-Z][0-9]{0,2}([MJ][0-9]{1,3})?")
_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d\s().,+-]*$)")
_MOST_NOISE = 9
_FIRST_YEAR, _LAST_YEAR = 1900, 2200  # of a birth, of anything that is planned
_NEAR_ENOUGH = 80
_MOST_NEAR = 2000


class Cell(NamedTuple):
    """What a cell says.

    Attributes:
        value: The value as plain text, or null when it cannot be read.
        repair: What had to be put right to read it, or why it cannot be read.
        hint: The nearest thing it may have meant.
    """

    value: str | None
    repair: str | None = None
    hint: str | None = None


@lru_cache(maxsize=16384)
def clean(found: str) -> str:
    """Return the text with single plain blanks, none at its ends."""
    return _BLANKS.sub(" ", found).strip()


def read_text(found: str) -> Cell:
    """Read a text: blanks and letters of two alphabets in one word are put right."""
    if _FORMULA.match(found):
        return Cell(None, "formula")
    plain = clean(found)
    alike = _MIXED.sub(lambda word: _mend_word(word[0]), plain)
    if alike != plain:
        return Cell(alike, "look_alike")
    return Cell(plain, "spaces" if plain != found else None)


def read_decimal(found: str) -> Cell:
    """Read a number: a point or a comma, groups of three, no unit."""
    plain = clean(found).replace("\u2212", "-")
    if _NUMBER.fullmatch(plain):
        return _mend_noise(plain, "spaces" if plain != found else None)
    bare = plain.removeprefix("'").replace(" ", "") if _GROUPED.fullmatch(plain) else plain
    bare = _HALF.sub(r"\g<1>0.\2", bare) if _HALF.fullmatch(bare) else bare.removeprefix("'")
    if _NUMBER.fullmatch(bare.replace(",", ".", 1)):
        return _mend_noise(bare.replace(",", ".", 1), _name_repair(bare, plain))
    guess = _write_ascii(bare.translate(_FIGURES).replace(",", ".", 1))
    return Cell(None, "not_a_number", guess if _NUMBER.fullmatch(guess) else None)


def read_integer(found: str) -> Cell:
    """Read a whole number; ``3.0`` is 3."""
    cell = read_decimal(found)
    if cell.value is None:
        return cell
    number = Decimal(cell.value)
    whole = number.to_integral_value()
    return Cell(str(whole), cell.repair) if whole == number else Cell(None, "not_whole")


def read_season(found: str) -> Cell:
    """Read a season: ``2022``, ``2022-2023``, ``2022/23 оқу жылы``: the year it begins."""
    years = _YEARS.fullmatch(clean(found))
    if not years or (years[2] and int(years[2]) % 100 != (int(years[1]) + 1) % 100):
        return Cell(None, "not_a_season")
    return Cell(years[1])


def read_date(found: str) -> Cell:
    """Read a day: ISO, ``24.11.2025``, ``24 қараша 2025``, with or without a time."""
    day = _find_day(clean(found))
    return Cell(day[0].isoformat()) if day else Cell(None, "not_a_date")


def read_datetime(found: str) -> Cell:
    """Read a moment, local time; the value is UTC, ISO 8601."""
    found_day = _find_day(clean(found))
    if not found_day:
        return Cell(None, "not_a_date")
    moment = dt.datetime.combine(*found_day, tzinfo=ZONE).astimezone(dt.UTC)
    return Cell(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def read_choice(found: str, choices: str) -> Cell:
    """Read one of the choices of a list in ``data/words.toml``."""
    words = list_choices(choices)
    value = words.get(fold(found))
    if value is not None:
        return Cell(value)
    near = find_near(found, tuple(words))
    return Cell(None, "unknown_choice", words[near] if near else None)


def read_aspect(found: str) -> Cell:
    """Read the id of an aspect, sub-criterion or criterion; look-alike letters become Latin."""
    plain = clean(found)
    latin = "".join(_LATIN.get(sign, sign) for sign in plain.upper())
    code = re.sub(r"[\s.,\-_/]+", "", latin)
    if not _CODE.fullmatch(code):
        return read_text(found)
    value = re.sub(r"(?<=\d)([MJ]\d+)$", r".\1", code)
    return Cell(value, "look_alike" if latin != plain.upper() else None)


def find_near(found: str, folded: tuple[str, ...]) -> str | None:
    """Return the nearest of the folded texts, if one is near enough; of very many, none."""
    if len(folded) > _MOST_NEAR:
        return None
    best = process.extractOne(fold(found), folded, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    return best[0] if best else None


def _mend_word(word: str) -> str:
    """Return the word in one alphabet, when its strangers all look like letters of the other."""
    latin = [sign for sign in word if sign.isascii()]
    other = len(word) - len(latin)
    if not latin or not other:
        return word
    table = _CYRILLIC if other >= len(latin) else _LATIN
    mended = "".join(table.get(sign, sign) for sign in word)
    return mended if len({sign.isascii() for sign in mended}) == 1 else word


def _mend_noise(plain: str, repair: str | None) -> Cell:
    """Take the noise of binary fractions away: 87.44999999999999 was 87.45."""
    _, _, fraction = plain.partition(".")
    if len(fraction) <= _MOST_NOISE:
        return Cell(plain.removeprefix("+"), repair)
    rounded = f"{Decimal(plain):.{_MOST_NOISE}f}".rstrip("0").rstrip(".")
    is_noise = len(rounded) + 3 < len(plain)
    return Cell(rounded, "noise") if is_noise else Cell(plain, repair)


def _write_ascii(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _name_repair(bare: str, plain: str) -> str:
    if "," in bare or plain.lstrip("+-").startswith(","):
        return "decimal_comma"
    return "number_as_text" if plain.startswith("'") else "spaces"


def _find_day(plain: str) -> tuple[dt.date, dt.time] | None:
    for pattern, order in ((_ISO, (1, 2, 3)), (_LOCAL, (3, 2, 1))):
        found = pattern.match(plain)
        if found:
            year, month, day = (int(found[i]) for i in order)
            return _make_day(year, month, day, plain[found.end() :])
    found = _WORDS.match(plain)
    named = _list_months().get(fold(found[2] or found[6])) if found else None
    if not found or not named:
        return None
    year, day = int(found[3] or found[4]), int(found[1] or found[5])
    return _make_day(year, named, day, plain[found.end() :])


def _make_day(year: int, month: int, day: int, rest: str) -> tuple[dt.date, dt.time] | None:
    time = _TIME.fullmatch(rest)
    if not time or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        hour, minute, second = (int(part or 0) for part in time.groups())
        return dt.date(year, month, day), dt.time(hour, minute, second)
    except ValueError:
        return None


@cache
def _list_months() -> dict[str, int]:
    return {
        fold(name): number
        for lang in ("kk", "ru", "en")
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, locale=lang).items()
    }
