"""How a number format shows a whole number: the zeros and signs that make a code of it."""

import re

_SLOT = "\0"
_LEAST = 2
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(0)|([-/ ()+1-9])')
_SIGNS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
# Ends with a digit; blanks only after a letter or a number sign, where they group no thousands.
_CODE = re.compile(r"(?:[^\W\d_]|[№#])[^.,%]*\d|\d[^.,%\s]*\d")
_BUILT_IN_PERCENT = (9, 10)
PERCENT = "%"


def read_pattern(code: str) -> str:
    """Return what a number format shows of a whole number.

    Args:
        code: The format as workbooks write it, such as ``0000`` or ``"KZ-"000``.

    Returns:
        ``PERCENT`` for a format of percent; a pattern for ``fill_pattern`` when the format has a
        place for two digits at least and otherwise only signs; "" for any other format.
    """
    if "%" in _SIGNS.sub("", code):
        return PERCENT
    pattern, place = "", 0
    while place < len(code) and code[place] != ";":
        token = _TOKEN.match(code, place)
        if token is None:
            return ""
        quoted, escaped, zero, sign = token.groups()
        pattern += _SLOT if zero else quoted or escaped or sign or ""
        place = token.end()
    body, slot, tail = pattern.rpartition(_SLOT)
    unit = tail.startswith(" ")  # a word behind a blank says what is counted
    return body + slot + ("" if unit else tail) if pattern.count(_SLOT) >= _LEAST else ""


def list_patterns(formats: dict[int, str]) -> dict[int, str]:
    """Return the patterns of the formats that have one, those built into workbooks among them."""
    patterns = dict.fromkeys(_BUILT_IN_PERCENT, PERCENT)
    patterns |= {number: read_pattern(code) for number, code in formats.items()}
    return {number: pattern for number, pattern in patterns.items() if pattern}


def fill_pattern(pattern: str, digits: str) -> str:
    """Return whole digits as a pattern shows them: 56 is 000-056."""
    slots = pattern.count(_SLOT)
    rest = digits.zfill(slots)
    first, *others = pattern.split(_SLOT)
    lead, tail = rest[: len(rest) - slots + 1], rest[len(rest) - slots + 1 :]
    shown = first + lead
    for sign, digit in zip(others, [*tail, ""], strict=True):
        shown += sign + digit
    return shown


def read_shown(text: str, value: str) -> str:
    """Return the pattern by which a whole number is shown as a code, "" when it is shown plainly.

    Args:
        text: What the cell shows: 0056, KZ-056.
        value: Its number: 56.
    """
    whole = value.removesuffix(".0")
    if not whole.isdecimal() or text == whole or not _CODE.fullmatch(text):
        return ""
    digits = re.sub(r"\D", "", text)
    return re.sub(r"\d", _SLOT, text) if int(digits) == int(whole) else ""
