"""Listed: things of a catalogue, named by id or by any name, and the country as a whole."""

from collections.abc import Mapping

from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.values import Cell, find_near

COUNTRY = "KZ"
_COUNTRY_WORDS = frozenset(
    fold(word)
    for word in (
        COUNTRY, "Қазақстан", "Қазақстан Республикасы", "ҚР", "Республика", "Ел бойынша",
        "Казахстан", "Республика Казахстан", "РК", "По стране", "Kazakhstan",
        "Republic of Kazakhstan",
    )
)  # fmt: skip


def is_country(found: str) -> bool:
    """Say whether a text names the whole country."""
    return fold(found) in _COUNTRY_WORDS


def read_listed(found: str, catalogue: str, units: Mapping[str, Mapping[str, str]]) -> Cell:
    """Read a thing of a catalogue.

    Args:
        found: The text of the cell.
        catalogue: Programme of ``ref.unit``.
        units: Programme to folded name to unit.
    """
    names = units.get(catalogue, {})
    unit = names.get(fold(found))
    if unit:
        return Cell(unit)
    near = find_near(found, tuple(names))
    return Cell(None, f"unknown_{catalogue}", names[near] if near else None)
