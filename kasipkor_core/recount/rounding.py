"""Rounding, and the square root, of exact numbers."""

from decimal import Decimal, localcontext
from fractions import Fraction

ROOT_DIGITS = 60


def round_half_away(value: Fraction, digits: int = 0) -> Fraction:
    """Return the value rounded to decimal digits, half away from zero.

    Source:
        Rulebook WM-20; STYLE, trap 8 (``round`` differs between functions).
    """
    step = Fraction(10) ** digits
    whole = (abs(value) * step + Fraction(1, 2)).__floor__()
    return Fraction(whole if value >= 0 else -whole) / step


def take_root(value: Fraction) -> Fraction:
    """Return the square root to 60 significant digits."""
    with localcontext() as context:
        context.prec = ROOT_DIGITS
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())
