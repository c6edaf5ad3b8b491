"""Kazakh case endings after figures: 9-ы, 31-дің, 100-ден follow the sound of the numeral."""

_CASES = ("possessive", "genitive", "ablative", "locative", "dative")

_UNITS = {
    0: ("і", "дің", "ден", "де", "ге"),
    1: ("і", "дің", "ден", "де", "ге"),
    2: ("сі", "нің", "ден", "де", "ге"),
    3: ("і", "тің", "тен", "те", "ке"),
    4: ("і", "тің", "тен", "те", "ке"),
    5: ("і", "тің", "тен", "те", "ке"),
    6: ("сы", "ның", "дан", "да", "ға"),
    7: ("сі", "нің", "ден", "де", "ге"),
    8: ("і", "дің", "ден", "де", "ге"),
    9: ("ы", "дың", "дан", "да", "ға"),
}
_TENS = {
    1: ("ы", "ның", "нан", "да", "ға"),
    2: ("сы", "ның", "дан", "да", "ға"),
    3: ("ы", "дың", "дан", "да", "ға"),
    4: ("ы", "тың", "тан", "та", "қа"),
    5: ("і", "дің", "ден", "де", "ге"),
    6: ("ы", "тың", "тан", "та", "қа"),
    7: ("і", "тің", "тен", "те", "ке"),
    8: ("і", "нің", "нен", "де", "ге"),
    9: ("ы", "ның", "нан", "да", "ға"),
}
_HUNDRED = ("і", "дің", "ден", "де", "ге")
_THOUSAND = ("ы", "ның", "нан", "да", "ға")
_MILLION = ("ы", "ның", "нан", "да", "ға")


_TOGETHER = {2: "екеу", 3: "үшеу", 4: "төртеу", 5: "бесеу", 6: "алтау", 7: "жетеу"}


def collective(number: int) -> str | None:
    """Return the word a Kazakh reader has for so many people together, 2 to 7; else None."""
    return _TOGETHER.get(number)


def ending(number: int, *, case: str) -> str:
    """Return the ending a Kazakh reader puts after the figures.

    Args:
        number: A whole number, 0 or more.
        case: possessive (9-ы), genitive (31-дің), ablative (100-ден), locative or dative.
    """
    return _of_last_word(number)[_CASES.index(case)]


def _of_last_word(number: int) -> tuple[str, str, str, str, str]:
    """Return the endings of the last word of the spoken numeral."""
    if number == 0 or number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    if number % 1000:
        return _HUNDRED
    return _THOUSAND if number % 1_000_000 else _MILLION
