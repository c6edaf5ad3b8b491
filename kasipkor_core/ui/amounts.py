"""Amounts as people read them: 85 %, 5 colleges, 20 000 ₸."""

from collections.abc import Callable
from decimal import Decimal

from kasipkor_core.i18n import format_number, format_percent, format_signed, ntext, text

Number = int | float | Decimal
_PERCENT = 100
_COUNTED: dict[str, Callable[[int, str], str]] = {
    "items": lambda n, lang: ntext("{n} item", "{n} items", n, lang),
    "places": lambda n, lang: ntext("{n} place", "{n} places", n, lang),
    "applicants": lambda n, lang: ntext("{n} applicant", "{n} applicants", n, lang),
    "centres": lambda n, lang: ntext("{n} centre", "{n} centres", n, lang),
    "colleges": lambda n, lang: ntext("{n} college", "{n} colleges", n, lang),
    "specialities": lambda n, lang: ntext("{n} speciality", "{n} specialities", n, lang),
    "persons": lambda n, lang: ntext("{n} person", "{n} persons", n, lang),
    "days": lambda n, lang: ntext("{n} day", "{n} days", n, lang),
    "credits": lambda n, lang: ntext("{n} credit", "{n} credits", n, lang),
    "hours": lambda n, lang: ntext("{n} hour", "{n} hours", n, lang),
    "minutes": lambda n, lang: ntext("{n} minute", "{n} minutes", n, lang),
    "subjects": lambda n, lang: ntext("{n} subject", "{n} subjects", n, lang),
    "modules": lambda n, lang: ntext("{n} module", "{n} modules", n, lang),
    "certificates": lambda n, lang: ntext("{n} certificate", "{n} certificates", n, lang),
    "sessions": lambda n, lang: ntext("{n} session", "{n} sessions", n, lang),
    "enterprises": lambda n, lang: ntext("{n} enterprise", "{n} enterprises", n, lang),
    "memoranda": lambda n, lang: ntext("{n} memorandum", "{n} memoranda", n, lang),
    "programmes": lambda n, lang: ntext("{n} programme", "{n} programmes", n, lang),
    "students": lambda n, lang: ntext("{n} student", "{n} students", n, lang),
    "graduates": lambda n, lang: ntext("{n} graduate", "{n} graduates", n, lang),
    "organisations": lambda n, lang: ntext("{n} organisation", "{n} organisations", n, lang),
    "employers": lambda n, lang: ntext("{n} employer", "{n} employers", n, lang),
    "industries": lambda n, lang: ntext("{n} industry", "{n} industries", n, lang),
    "copies": lambda n, lang: ntext("{n} copy", "{n} copies", n, lang),
    "months": lambda n, lang: ntext("{n} month", "{n} months", n, lang),
    "weeks": lambda n, lang: ntext("{n} week", "{n} weeks", n, lang),
}


def write_amount(value: Number | None, unit: str, lang: str, digits: int = 0) -> str:
    """Return a number with its unit: ``79,8 %``, ``5 колледж``, ``2 000 ₸``.

    Args:
        value: The number; None is an empty text.
        unit: As in ``mart.indicators.unit`` or ``counted``.
        lang: kk, ru or en.
        digits: Decimals of shares and ratios; what is counted is whole.
    """
    if value is None:
        return ""
    if unit == "percent":
        return format_percent(Decimal(str(value)) / _PERCENT, lang, digits)
    if unit == "tenge":
        return text("{amount} ₸", lang, amount=format_number(value, lang, digits))
    if unit == "times":
        return text("×{amount}", lang, amount=format_number(value, lang, digits))
    if unit in _COUNTED and value == int(value):
        return _COUNTED[unit](int(value), lang)
    return format_number(value, lang, digits)


def write_gap(value: Number | None, unit: str, lang: str, digits: int = 0) -> str:
    """Return a difference with its sign, without the unit that stands in the heading."""
    if value is None:
        return ""
    return format_signed(value, lang, digits if unit in ("percent", "tenge", "times") else 0)


def name_gap_unit(unit: str, lang: str) -> str:
    """Return the unit of gaps for headings: percentage points, or the plain unit."""
    if unit == "percent":
        return text("percentage points", lang)
    return text("tenge", lang) if unit == "tenge" else text("in units", lang)
