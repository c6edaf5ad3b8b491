"""Words, numbers and dates in Kazakh, Russian and English; the English sentence is the key."""

import datetime as dt
import gettext
import io
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date as write_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kasipkor_core import house, numerals
from kasipkor_core.errors import KasipkorError

LANGS = ("kk", "ru", "en")
DEFAULT_LANG = "kk"
ZONE = ZoneInfo("Asia/Almaty")
MINUS, NARROW, NBSP = "\u2212", "\u202f", "\u00a0"
_THIN_DECIMALS, _FINE_DECIMALS = 2, 3
_DAYS = 4096  # written once: a thousand papers name the same two days
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


class Count(int):
    """A whole number inside a sentence: ``{n}`` groups digits, ``{n:genitive}`` adds the ending."""

    lang: str

    def __new__(cls, value: int, lang: str) -> Self:
        """Keep the language beside the number."""
        count = super().__new__(cls, value)
        count.lang = lang
        return count

    def __format__(self, spec: str) -> str:
        """Write the number, with the Kazakh case ending named by ``spec``, or people by words."""
        figures = format_number(int(self), self.lang)
        if spec == "collective":
            return numerals.collective(int(self)) or f"{figures} адам"
        return f"{figures}-{numerals.ending(abs(int(self)), case=spec)}" if spec else figures


def mark(key: str) -> str:
    """Return the key as it is: marks a sentence that is looked up later."""
    return key


def text(key: str, lang: str, /, **values: object) -> str:
    """Return one sentence in the reader's language.

    Args:
        key: The English sentence with ``{named}`` places; a constant, never put together.
        lang: kk, ru or en.
        values: Whole numbers and decimals are written in the language's form (two decimals);
            give codes and years as text.
    """
    return _fill(_catalogue(lang).gettext(key) if key else "", lang, values)


def ntext(one: str, many: str, number: int, lang: str, /, **values: object) -> str:
    """Return one sentence in the plural form of ``number``, which fills the place ``{n}``."""
    return _fill(_catalogue(lang).ngettext(one, many, number), lang, {"n": number, **values})


def error_text(error: KasipkorError, lang: str) -> str:
    """Return what an error says, in the reader's language."""
    values = {name: str(value) for name, value in error.values.items()}
    return _catalogue(lang).gettext(error.message).format(**values)


def format_number(value: float | Decimal | None, lang: str, digits: int = 0) -> str:
    """Write a number: ``4 218`` and ``87,42`` in kk and ru, ``4,218`` and ``87.42`` in en.

    Args:
        value: The number; None (not marked) is an empty text, never zero.
        lang: kk, ru or en.
        digits: Decimals, rounded half away from zero.
    """
    if value is None:
        return ""
    unit = Decimal(1).scaleb(-digits)
    rounded = Decimal(str(value)).quantize(unit, rounding=ROUND_HALF_UP)
    plain = f"{rounded:,.{digits}f}".replace("-", MINUS)
    if lang == "en":
        return plain
    return plain.translate(str.maketrans(",.", f"{NARROW},"))


def format_points(value: Decimal | None, lang: str) -> str:
    """Write points, which are hundredths; a mean that has thousandths shows them."""
    is_fine = value is not None and has_thousandths(value)
    return format_number(value, lang, _FINE_DECIMALS if is_fine else _THIN_DECIMALS)


def has_thousandths(value: Decimal) -> bool:
    """Tell whether hundredths do not say all of a number, as of the mean of three marks."""
    return value != round(value, _THIN_DECIMALS)


def format_percent(share: float | Decimal | None, lang: str, digits: int = 0) -> str:
    """Write a share of 1 as a percentage: ``98 %``, in English ``98%``."""
    if share is None:
        return ""
    number = format_number(Decimal(str(share)) * 100, lang, digits)
    return f"{number}%" if lang == "en" else f"{number}{NBSP}%"


def format_signed(value: float | Decimal, lang: str, digits: int = 0) -> str:
    """Write a difference with its sign; zero has none."""
    number = format_number(value, lang, digits)
    return f"+{number}" if value > 0 else number


@lru_cache(_DAYS)
def format_date(day: dt.date | None, lang: str, *, year: bool = False) -> str:
    """Write a day in words: ``24 қараша``, with the year when it matters."""
    if day is None:
        return ""
    pattern = "d MMMM y" if year else "d MMMM"
    return str(write_date(day, pattern, locale=lang)).replace(" ", NBSP)


def format_month(day: dt.date, lang: str) -> str:
    """Write the month of a day alone: ``қараша``."""
    return str(write_date(day, "LLLL", locale=lang))


def format_weekday(day: dt.date, lang: str) -> str:
    """Write the day of the week."""
    return str(write_date(day, "EEEE", locale=lang))


def format_days(first: dt.date | None, last: dt.date | None, lang: str) -> str:
    """Write a range of days: ``24–28 қараша``, ``30 қараша – 4 желтоқсан``."""
    if first is None or last is None or first == last:
        return format_date(first or last, lang)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last, lang)}"
    return f"{format_date(first, lang)} – {format_date(last, lang)}"


def format_official(first: dt.date, last: dt.date | None, lang: str) -> str:
    """Write days as official papers do: ``2026 жылғы 10–18 қараша``, ``10–18 ноября 2026 года``."""
    if last and last.year != first.year:
        return f"{format_official(first, None, lang)} – {format_official(last, None, lang)}"
    days = format_days(first, last, lang).replace(" ", NBSP)
    return text("{days} {year}", lang, days=days, year=str(first.year)).replace(" ", NBSP)


def to_local(moment: dt.datetime) -> dt.datetime:
    """Return a stored moment (UTC) in the zone in which contests are reckoned."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(ZONE)


def format_time(moment: dt.datetime | None, *, seconds: bool = False) -> str:
    """Write the time of day, 24 hours; seconds only on live boards."""
    return "" if moment is None else to_local(moment).strftime("%H:%M:%S" if seconds else "%H:%M")


def format_moment(moment: dt.datetime | None, lang: str) -> str:
    """Write day, year and time of a stored moment."""
    if moment is None:
        return ""
    return f"{format_date(to_local(moment).date(), lang, year=True)}, {format_time(moment)}"


def format_stamp(moment: dt.datetime | None) -> str:
    """Write a stored moment in figures, for narrow columns: ``24.11.2026 14:05``."""
    return "" if moment is None else to_local(moment).strftime("%d.%m.%Y %H:%M")


def name_country(code: str, lang: str) -> str | None:
    """Return what a country (ISO 3166, or EU) is called in CLDR; no code, no name."""
    return str(Locale(lang).territories[code]) if code else None


def format_season(season: int | None, *, short: bool = True) -> str:
    """Write a school-year season: ``2025/26`` in widgets, ``2025–2026`` in documents."""
    if season is None:
        return ""
    return f"{season}/{(season + 1) % 100:02}" if short else f"{season}–{season + 1}"


def sort_key(words: str) -> tuple[tuple[int, str], ...]:
    """Return what words are sorted by: the order of the Kazakh alphabet, which holds for Russian.

    By their codes the Kazakh letters would stand after Я.
    """
    return tuple((_ALPHABET.find(sign), sign) for sign in words.casefold())


def list_keys(lang: str) -> set[str]:
    """Return the keys that the catalogue of a language translates."""
    with _path(lang).open("rb") as file:
        messages = read_po(file, locale=lang)
    return {_first(message.id) for message in messages if message.id and message.string}


def _first(key: str | tuple[str, ...] | list[str]) -> str:
    return key if isinstance(key, str) else key[0]


def _fill(sentence: str, lang: str, values: dict[str, object]) -> str:
    if not values:
        return sentence
    return sentence.format(**{name: _dress(value, lang) for name, value in values.items()})


def _dress(value: object, lang: str) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return Count(value, lang)
    if isinstance(value, Decimal | float):
        return format_number(value, lang, _THIN_DECIMALS)
    return value


def _path(lang: str) -> Path:
    return house.DATA / "locale" / lang / "LC_MESSAGES" / "kasipkor.po"


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    """Read a catalogue once; English needs none."""
    if lang not in LANGS or lang == "en":
        return gettext.NullTranslations()
    with _path(lang).open("rb") as file:
        messages = read_po(file, locale=lang)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
