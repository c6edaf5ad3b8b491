"""A small ledger for tests of sheets, and the way from text to findings."""

from kasipkor_core import sheets
from kasipkor_core.reading import read_grid
from tests.kit import Ledger

REPUBLIC = "worldskills-2022-republic-10"
OBLAST = "worldskills-2022-oblast-KZ-55-10"
BARE = "worldskills-2022-republic-17"
ARCHIVE = "worldskills-2007-international-01"


def make_world():
    """A republican contest with a scheme and a judge, one with scores, a bare one, an archive."""
    ledger = Ledger()
    days = {"starts_on": "2022-11-10", "ends_on": "2022-11-13"}
    ledger.lay_contest(contest=REPUBLIC, unit="10", max_entries=3, **days)
    ledger.lay_contest(contest_no=2, contest=OBLAST, level="oblast", unit="10", region="KZ-55")
    ledger.lay_contest(contest_no=3, contest=BARE, unit="17", **days)
    ledger.lay_contest(
        "worldskills-500", 4, contest=ARCHIVE, unit="01", level="international", season=2007
    )
    ledger.lay_entries(
        {"entry": "e1", "name": "Әлиева Айгерім", "region": "KZ-71"},
        {"entry": "007", "name": "Сейтов Болат", "region": "KZ-55"},
        {"entry": "e3", "name": "Ким Дана", "region": "KZ-75"},
    )
    ledger.lay_entries({"entry": "e9", "region": "KZ-55"}, contest_no=2)
    ledger.lay_entries({"entry": "JP", "region": "JP"}, contest_no=4)
    ledger.lay("aspect", {"aspect": "A1.M1", "max_mark": 2}, {"aspect": "A1.J1", "kind": "J"})
    ledger.lay("mark", {"entry_no": 3, "aspect": "A1.M1", "mark": 1})
    ledger.lay("score", {"contest_no": 2, "entry_no": 1, "points": 50})
    ledger.lay("scale_score", {"contest_no": 4, "entry_no": 1, "scale": 540})
    judge = ledger._insert_name("Мұратов Серік")  # noqa: SLF001 - the kit has no experts' names
    ledger.lay("expert", {"contest_no": 0, "name_no": judge, "region": "KZ-71"})
    return ledger


def stage(ledger, kind, text, *, contest=None, season=None, accepted=None, near=False):
    """Read, map and stage a text; return its format and grid."""
    data = text if isinstance(text, bytes) else text.encode()
    grid = read_grid(data, name=f"{kind}.csv")
    fmt = sheets.read_format(kind)
    criteria = sheets.list_criteria(ledger.con, contest=contest)
    mapping = sheets.propose_mapping(grid, fmt, criteria=criteria)
    mapping = sheets.accept_near(mapping) if near else mapping
    sheets.stage(ledger.con, grid, fmt, mapping, contest=contest, season=season, accepted=accepted)
    return fmt, grid


def check(ledger, kind, text, **options):
    """Return the findings of a text, notes of the reader included."""
    fmt, grid = stage(ledger, kind, text, **options)
    return sheets.check(ledger.con, fmt, grid=grid)


def list_cells(findings, code):
    """Return the cells of the findings of one code."""
    return [found.cell for found in findings if found.code == code]
