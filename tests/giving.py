"""Sheets for tests, given as text."""

from kasipkor_core.store import append_decision, commit, understand

REPUBLIC = "worldskills-2026-republic-17"
CONTESTS = """programme,season,level,region,unit,ruleset,starts_on,ends_on
worldskills,2026,republic,,17,worldskills,2026-11-10,2026-11-18
worldskills,2026,republic,,09,worldskills,2026-11-10,2026-11-18
worldskills,2026,oblast,KZ-35,17,worldskills,2026-04-10,2026-04-18
"""


def give(store, text, *, kind, contest=None, replaces="no", name="sheet.csv", actor="organiser"):
    """Import a sheet given as text; return its receipt."""
    data = text if isinstance(text, bytes) else text.encode()
    prepared = understand(
        store,
        data,
        file_name=name,
        kind=kind,
        contest=contest,
        actor=actor,
    )
    return commit(store, prepared, replaces=replaces)


def confirm(store, contest):
    """Confirm how a contest reads the open questions of its rules (CS-41)."""
    append_decision(
        store, "reading", subject=contest, value="all", actor="organiser", reason="хаттама"
    )


def hold_contests(store):
    """Import the three contests that most tests begin with: batch 1."""
    give(store, CONTESTS, kind="contests")
