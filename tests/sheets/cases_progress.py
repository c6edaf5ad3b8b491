"""Broken files for the checks of indicators and competence centres."""

from tests.kit import Ledger
from tests.progress import lay_items, lay_values

VALUES = "indicator,region,period,numerator,denominator,since\n"
CENTRES = "organisation,region,item,state,basis,evidence\n"
UNDATED = CENTRES + "Колледж,KZ-31,CC-03.1,бар,тағылымдама,3\n"
CASES = [
    ("unknown_indicator", "indicators", VALUES + "IND-99,KZ-31,2022,1,2,\n", None, "A2"),
    ("unknown_indicator", "indicators", VALUES + "Одамдар,KZ-31,2022,1,2,\n", None, "A2"),
    ("unknown_region", "indicators", VALUES + "IND-01,Атлантида,2022,1,2,\n", None, "B2"),
    ("no_denominator", "indicators", VALUES + "IND-01,KZ-31,2022,1,,\n", None, "E2"),
    ("no_denominator", "indicators", VALUES + "IND-02,KZ-31,2022,1,0,\n", None, "E2"),
    ("part_above_whole", "indicators", VALUES + "IND-01,KZ-31,2022,3,2,\n", None, "D2"),
    ("region_not_yet", "indicators", VALUES + "IND-01,Абай облысы,2021,1,2,\n", None, "B2"),
    ("calendar_value", "indicators", VALUES + "IND-19,KZ,2022,1,,\n", None, "D2"),
    ("day_not_asked", "indicators", VALUES + "IND-01,KZ-31,2022,1,2,2020-01-02\n", None, "F2"),
    ("already_reported", "indicators", VALUES + "IND-01,KZ-35,2022,1,2,\n", None, "D2"),
    ("duplicate_row", "indicators", VALUES + "IND-03,KZ-31,2022,1,2,\n" * 2, None, "D3"),
    ("unknown_centre_item", "centres", CENTRES + "Колледж,KZ-31,CC-99,бар,,\n", None, "C2"),
    ("unknown_choice", "centres", CENTRES + "Колледж,KZ-31,CC-11,мүмкін,,\n", None, "D2"),
    ("not_conditional", "centres", CENTRES + "Колледж,KZ-31,CC-41.3,қажет емес,,\n", None, "D2"),
    ("internship_undated", "centres", UNDATED, None, "C2"),
    ("centre_without_region", "centres", CENTRES + "Колледж,,CC-11,бар,,\n", None, "A2"),
    ("already_listed", "centres", CENTRES + "Тараз колледжі,KZ-31,CC-11,жоқ,,\n", None, "C2"),
]  # fmt: skip


def make_world():
    """A value of an indicator and an item of a centre are there already."""
    ledger = Ledger()
    lay_values(ledger, {"indicator": "IND-01", "numerator": 1, "denominator": 2, "region": "KZ-35"})
    lay_items(ledger, {"item": "CC-11", "organisation": "Тараз колледжі", "profile": "004+001"})
    return ledger
