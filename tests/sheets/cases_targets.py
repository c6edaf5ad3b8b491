"""Broken files for the checks of targets."""

from tests.kit import Ledger
from tests.progress import lay_values

HEAD = "indicator,region,year,target,most,source,former\n"
CASES = [
    ("missing_value", "targets", HEAD + "IND-01,KZ-31,2022,60,,,\n", None, "F2"),
    ("unknown_indicator", "targets", HEAD + "IND-99,,2022,60,,plan,\n", None, "A2"),
    ("calendar_value", "targets", HEAD + "IND-19,,2022,60,,plan,\n", None, "D2"),
    ("target_range", "targets", HEAD + "IND-21,,2022,120,,plan,\n", None, "D2"),
    ("target_range", "targets", HEAD + "IND-01,,2022,60,50,plan,\n", None, "D2"),
    ("target_of_no_region", "targets", HEAD + "IND-10,,2022,50,,plan,\n", None, "D2"),
    ("target_above_whole", "targets", HEAD + "IND-01,,2022,101,,plan,\n", None, "D2"),
    ("target_moved", "targets", HEAD + "IND-01,KZ-35,2022,60,,plan,0\n", None, "D2"),
    ("not_whole", "targets", HEAD + "IND-01,,2022,82.5,,plan,\n", None, "D2"),
    ("duplicate_row", "targets", HEAD + "IND-01,,2022,60,,plan,\n" * 2, None, "D3"),
]  # fmt: skip


def make_world():
    """A target of one region is set already."""
    ledger = Ledger()
    lay_values(ledger, ("IND-01", 1, 2))
    row = {"contest_no": 2022, "indicator": "IND-01", "region": "KZ-35", "minimum": 70}
    ledger.lay("indicator_target", row)
    return ledger
