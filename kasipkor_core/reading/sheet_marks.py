"""The marks of one sheet: what its cells do not say by their values."""

from dataclasses import dataclass, field

Place = tuple[int, int]


@dataclass
class Marks:
    """Marks of one sheet; places of cells are row and column, from 0.

    Attributes:
        hidden: Numbers of hidden rows, 1-based.
        patterns: How the format of a cell shows its number (``shown.read_pattern``).
        unsolved: Cells with a formula whose result the file does not hold.
        errors: Cells with an error for a value, and the error as sheets write it.
        merges: Merged ranges, first and last cell, of workbooks that calamine gives none of.
    """

    hidden: set[int] = field(default_factory=set)
    patterns: dict[Place, str] = field(default_factory=dict)
    unsolved: list[Place] = field(default_factory=list)
    errors: dict[Place, str] = field(default_factory=dict)
    merges: list[tuple[Place, Place]] = field(default_factory=list)
