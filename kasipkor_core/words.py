"""What codes are called, on screens, in charts and on papers."""

from collections.abc import Mapping
from typing import Any

from kasipkor_core.i18n import format_season, mark, text

LANGUAGES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
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
BASES = {
    "championship": mark("Championship"),
    "national_team": mark("National team"),
}
PASSPORT_REASONS = {
    "examinee": mark("took the exam"),
    "exempt": mark("freed from the exam"),
    "not_wsk": mark("not by WorldSkills requirements"),
    "excluded": mark("excluded"),
    "site_not_accredited": mark("site without accreditation"),
    "absent": mark("did not come"),
    "score_missing": mark("points are missing"),
}
SEATS = {
    "in": mark("Goes on"),
    "hold": mark("Held"),
    "out": mark("Out"),
    "reserve": mark("Reserve"),
}
RANGES = {
    "below_min": mark("Below the range"),
    "in_range": mark("In the range"),
    "above_max": mark("Above the range"),
    "no_rule": mark("No rule"),
}
CANDIDATES = SEATS | {"waiting": mark("Waiting"), "absent": mark("Absent")}
REACHED = {
    "met": mark("Reached"),
    "not_met": mark("Behind"),
    "exceeded": mark("Limit exceeded"),
    "no_data": mark("No data"),
    "no_target": mark("No target"),
}
STEPS = {
    "done": mark("Done"),
    "expired": mark("Expired"),
    "in_progress": mark("Under way"),
    "missing": mark("Missing"),
    "not_applicable": mark("Not applicable"),
}
STEP_LISTS = {
    "condition": mark("Conditions"),
    "mandatory": mark("Mandatory documents"),
    "optional": mark("Documents if available"),
    "operation": mark("To begin work"),
    "procedure": mark("Creating the centre"),
    "assessment": mark("International assessment"),
    "opito": mark("OPITO"),
}
PASSPORT_SECTIONS = (
    mark("Cover"),
    mark("Passport data"),
    mark("Codes and names of qualifications"),
    mark("Technical characteristics of sites"),
    mark("Plan of sites"),
    mark("List of equipment"),
    mark("Technical characteristics of equipment"),
    mark("List of documents"),
    mark("Work plan of the school year"),
    mark("Long-term development plan"),
)
PASSPORT_DOCUMENTS = 7  # the section that the checklist fills
DECISIONS = {
    "check": mark("Check by a second person"),
    "accept": mark("Acceptance by the expert of the own side"),
    "lock": mark("Lock"),
    "unlock": mark("Unlock"),
    "sign_off": mark("Sign-off"),
    "reopen": mark("Opened again"),
    "tie": mark("Tie"),
    "draw": mark("Draw: hash of the seed"),
    "reveal": mark("Draw: the seed"),
    "workplace_draw": mark("Workplaces: hash of the seed"),
    "workplace_reveal": mark("Workplaces: the seed"),
    "award": mark("Award"),
    "exclude": mark("Exclusion"),
    "penalty": mark("Penalty"),
    "conflict": mark("Conflict of interest"),
    "conflict_ruling": mark("Decision about a conflict of interest"),
    "replacement": mark("Replaced expert"),
    "waiver": mark("Waiver"),
    "appeal": mark("Appeal"),
    "ruling": mark("Ruling about an appeal"),
    "reading": mark("Reading of the rules"),
    "ruleset": mark("Ruleset"),
    "person_merge": mark("Same person"),
    "person_split": mark("Different persons"),
    "erase": mark("Personal data erased"),
    "names": mark("Names in public"),
}
NAMINGS = {
    "minors": mark("names of minors short"),
    "short": mark("all names short"),
    "full": mark("all names in full"),
}
PENALTIES = {
    "warning": mark("warning"),
    "removal": mark("removal: out of the ranking"),
}
TIE_STEPS = {
    "total": mark("Total"),
    "shared": mark("The place"),
    "draw": mark("Draw"),
    "jury": mark("The jury"),
}
ANSWERS = {"interview_max": mark("greatest points of the interview")}
TIE_OUTCOMES = {
    "equal": mark("equal"),
    "narrows": mark("fewer are left"),
    "decides": mark("decides"),
    "not_asked": mark("not asked any more"),
    "shares": mark("is shared"),
    "waits": mark("waits"),
}
EXPERTS = {
    "judge": mark("Judge"),
    "supervisor": mark("Supervisor"),
    "chief_expert": mark("Chief expert"),
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
    "merge": mark("Package of a venue"),
}


def word(table: Mapping[str, str], code: str | None, lang: str) -> str:
    """Return what a code is called; a code without a word is shown as it is."""
    return text(table.get(code, code), lang) if code else ""


def level_name(contest: Mapping[str, Any], lang: str) -> str:
    """Return what the level of a contest is called; an examination has no word for it."""
    if contest["programme"] in _CHAMPIONSHIPS:
        return word(LEVELS, contest["level"], lang)
    if contest["programme"] in _IN_STAGES and contest["level"] in STAGES:
        return word(STAGES, contest["level"], lang)
    return ""


def contest_line(contest: Mapping[str, Any], lang: str, *, place: str) -> str:
    """Return the grey line below a contest's title: level, place, skill number, season."""
    parts = [level_name(contest, lang), place]
    if contest["programme"] != "worldskills":
        parts.insert(0, word(PROGRAMMES, contest["programme"], lang))
    elif contest["unit"] and contest["unit"].isdecimal():
        parts.append(text("skill {number}", lang, number=contest["unit"]))
    if contest["stream"] and contest["stream"] != "wsk":
        parts.append(word(STREAMS, contest["stream"], lang))
    parts.append(season_name(contest, lang))
    return " · ".join(part for part in parts if part)


def unit_title(contest: Mapping[str, Any], lang: str) -> str:
    """Return a contest's title: its unit; a skill the catalogue does not know by its number."""
    unit = contest["unit_name"] or contest.get("unit") or contest["contest"]
    name = str(unit).replace("_", " ")
    if name.isdecimal():
        return text("skill {number}", lang, number=name)
    return begin_sentence(name)


def begin_sentence(name: str) -> str:
    """Return a name as a sentence begins with it."""
    return name[:1].upper() + name[1:]


def season_name(contest: Mapping[str, Any], lang: str) -> str:
    """Return a contest's season: programmes of the school year have two years."""
    del lang  # figures only
    season = contest["season"]
    return str(season) if contest["level"] == "international" else format_season(season)
