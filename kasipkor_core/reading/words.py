"""The few general words that offices write beside totals and signatures, in kk, ru, en."""

import re

_TOTALS = (
    r"grand\s+total|sub-?\s?totals?|totals?|overall|average|avg\.?|mean"
    r"|итого|итог|всего|сумма|в\s+среднем|среднее|средний\s+балл|ср\.\s*балл"
    r"|барлығы|барлыгы|жиыны|жиынтық|жиынтығы|жиынтык|қорытынды|корытынды|жалпы|орташа"
)
_WHOLE = r"(?:sum|max|min|макс|мин|σ|∑)\.?\s*:?"
_TOTAL = re.compile(rf"(?:{_TOTALS})(?![^\W\d_])|{_WHOLE}\Z", re.IGNORECASE)
# The same for whole columns; RE2 has no look-ahead.
TOTAL_COLUMN = rf"(?i)^(?:(?:{_TOTALS})(?:\P{{L}}|$)|{_WHOLE}$)"
_INITIALS = "gstoamисвбжқкоσ∑"
TOTAL_LETTERS = frozenset(_INITIALS + _INITIALS.upper())
_RULE = re.compile(r"_{3,}|\.{6,}|…{2,}")
_SIGNATURE = re.compile(
    rf"""{_RULE.pattern}
        |(?<![^\W\d_])(?:подпись|подписи|қолы|м\.\s?п\.|м\.\s?о\.|signature|signed|sign)(?![^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
_REMARK = re.compile(r"\s*(?:[*†‡¹²³]|\(?\d\)\s|(?>[^\d\W]+)\s?(?:(?>\w+)\s?){0,3}:)")


def is_total_word(cell: str) -> bool:
    """Tell whether a cell begins with a word for a total or a mean, or is one."""
    return bool(_TOTAL.match(cell))


def is_signature(cell: str) -> bool:
    """Tell whether a cell is a place to sign."""
    return bool(_SIGNATURE.search(cell))


def is_rule_to_sign_on(cell: str) -> bool:
    """Tell whether a cell has the line on which somebody signs."""
    return bool(_RULE.search(cell))


def is_remark(cell: str) -> bool:
    """Tell whether a cell begins as remarks do: an asterisk, (1), a word and a colon."""
    return bool(_REMARK.match(cell))
