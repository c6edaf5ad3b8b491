"""What codes are called: levels, programmes, states, awards, kinds."""

from typing import Any

from kasipkor_core.i18n import format_season, mark, text
from kasipkor_core.sheets.formats import list_kinds, read_format

PROGRAMMES = {
    "worldskills": mark("WorldSkills Kazakhstan"),
    "best-professionals": mark("Best Professionals of Kazakhstan"),
    "teacher-skill": mark("Teachers' professional skill contest"),
    "state-language": mark("State-language teaching contest"),
    "vacancy": mark("Teacher-vacancy contest"),
    "civil-service": mark("Civil-service selection"),
    "demo-exam": mark("Demonstration examination"),
    "competence-centre": mark("Competence centres"),
    "euroskills": "EuroSkills",
    "qualification-testing": mark("National qualification testing of teachers"),
    "other": mark("Other events"),
}
LEVELS = {
    "college": mark("College championship"),
    "oblast": mark("Oblast championship"),
    "republic": mark("Republican championship"),
    "international": mark("International championship"),
}
STAGES = {
    "oblast": mark("Oblast stage"),
    "republic": mark("Republican stage"),
    "international": mark("International stage"),
}
_CHAMPIONSHIPS = frozenset({"worldskills", "euroskills"})
_IN_STAGES = frozenset({"best-professionals", "teacher-skill", "state-language"})
STREAMS = {
    "wsk": "WorldSkills",
    "abilympics": mark("Abilympics"),
    "deafskills": mark("DeafSkills"),
    "agroskills": mark("AgroSkills"),
}
STATES = {
    "planned": mark("Planned"),
    "open": mark("Being marked"),
    "marked": mark("Marked, not signed"),
    "signed": mark("Signed"),
    "decided": mark("Decided"),
    "published": mark("Published"),
}
AWARDS = {
    "gold": mark("Gold"),
    "silver": mark("Silver"),
    "bronze": mark("Bronze"),
    "medallion": mark("Medallion"),
    "winner": mark("Winner"),
    "prize_2": mark("Second prize"),
    "prize_3": mark("Third prize"),
    "laureate": mark("Laureate"),
    "nominee": mark("Nominee"),
    "certificate": mark("Certificate"),
}
BATCH_KINDS = {
    "sheet": mark("Sheet"),
    "contest": mark("Contest"),
    "ruleset": mark("Ruleset"),
    "decision": mark("Decision"),
    "advance": mark("Going on"),
    "undo": mark("Undo"),
    "correction": mark("Correction"),
    "publication": mark("Publication"),
    "document": mark("Document"),
    "erasure": mark("Erasure"),
}


def word(table: dict[str, str], code: str | None, lang: str) -> str:
    """Return what a code is called; a code without a word is shown as it is."""
    return text(table.get(code, code), lang) if code else ""


def level_name(contest: dict[str, Any], lang: str) -> str:
    """Return what the level of a contest is called; an examination has no word for it."""
    if contest["programme"] in _CHAMPIONSHIPS:
        return word(LEVELS, contest["level"], lang)
    if contest["programme"] in _IN_STAGES and contest["level"] in STAGES:
        return word(STAGES, contest["level"], lang)
    return ""


def contest_line(contest: dict[str, Any], lang: str, *, place: str) -> str:
    """Return the grey line below a contest's title: level, place, skill number, season."""
    parts = [level_name(contest, lang), place]
    if contest["programme"] != "worldskills":
        parts.insert(0, word(PROGRAMMES, contest["programme"], lang))
    elif contest["unit"] and contest["unit"].isdigit():
        parts.append(text("skill {number}", lang, number=contest["unit"]))
    if contest["stream"] and contest["stream"] != "wsk":
        parts.append(word(STREAMS, contest["stream"], lang))
    parts.append(season_name(contest, lang))
    return " · ".join(part for part in parts if part)


def unit_title(contest: dict[str, Any], lang: str) -> str:
    """Return a contest's title: its unit; a skill the catalogue does not know by its number."""
    name = str(contest["unit_name"] or contest["contest"]).replace("_", " ")
    return text("skill {number}", lang, number=name) if name.isdigit() else name


def season_name(contest: dict[str, Any], lang: str) -> str:
    """Return a contest's season: programmes of the school year have two years."""
    del lang  # figures only
    season = contest["season"]
    return str(season) if contest["level"] == "international" else format_season(season)


def sheet_kind(kind: str, lang: str) -> str:
    """Return what a kind of sheet is called, from its format."""
    if kind not in list_kinds():
        return kind
    labels = dict[str, str](read_format(kind).label.items())
    return labels.get(lang, kind)
