"""Every screen of the menus, and the forms of a screen that have an address of their own."""

from kasipkor_core.ui import menus
from tests.browser import world

FORMS = (
    "/live?contest={board}",
    "/quotas?region=KZ-75",
    "/vacancies?contest={vacancy}",
    "/vacancies?contest={vacancy}&part=readings",
    "/civil-service?contest={selection}",
    "/participant?contest={marked}&entry=01",
    "/archive?region=KZ-75",
    "/judges?contest={marked}",
    "/my-contests?contest={marked}",
    "/contests?contest={board}",
    "/marks?contest={entered}",
    "/progress?region=KZ-75",
    "/exams?part=passports",
    "/exams?part=exempt",
    "/participants?view=apply",
    "/participants?view=applications",
    "/participants?view=persons",
)
SMALL = {
    "board": world.BOARD,
    "marked": world.STYLE,
    "entered": world.UNDO,
    "vacancy": world.VACANCY,
}
SEASON = {
    "board": "worldskills-2026-republic-17",
    "marked": "worldskills-2026-republic-10",
    "entered": "worldskills-2026-republic-54",
    "vacancy": "vacancy-2026-college-KZ-75-алматы_қ_қаласының_78_мектебі-педагог_ассистент",
    "selection": "civil-service-2023-oblast-KZ-79-басшы",
}
HALL = f"/live?contest={world.BOARD}&screen=hall"
FINAL = f"/live?contest={world.PUBLISHED}"


def list_paths(names=SMALL):
    """Return the screens of the menus, each followed by the forms that the ledger has."""
    forms = [form for form in FORMS if "{" not in form or _field(form) in names]
    return [
        path.format(**names)
        for screen in (f"/{address}" for address in menus.list_addresses())
        for path in (screen, *(form for form in forms if form.partition("?")[0] == screen))
    ]


def _field(form):
    return form.partition("{")[2].partition("}")[0]


def speak(path, lang):
    """Return the address of a screen in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"
