"""What a page says to those who may not see it, and whom it takes the visitor for."""

from kasipkor_core import access
from kasipkor_core.i18n import mark, text
from kasipkor_core.ui.head import empty, head

ROLES = {
    "local": mark("local"),
    "public": mark("public"),
    "participant": mark("participant"),
    "expert": mark("expert of a contest"),
    "chief_expert": mark("chief expert of a contest"),
    "jury_representative": mark("representative of the jury"),
    "organiser": mark("organiser of a region"),
    "administrator": mark("administrator"),
    "auditor": mark("auditor"),
}


def name_role(role: str, lang: str) -> str:
    """Return what a role is called."""
    return text(ROLES.get(role, role), lang)


def draw_refusal(role: str, screen: str, lang: str) -> None:
    """Say in one sentence that the page is not for this role, and what to do."""
    for_whom = [name_role(one, lang) for one in ROLES if access.sees_screen(one, screen)]
    with head(text("This page is not for everybody", lang), ""):
        pass
    if role == "public":
        empty(
            text(
                "It is for: {roles}. Open the link you were sent to sign in, or ask an "
                "administrator for one.",
                lang,
                roles=", ".join(for_whom[1:]),
            )
        )
    else:
        empty(
            text(
                "Your role is {role}; the page is for: {roles}. Ask an administrator for another "
                "link if you need it.",
                lang,
                role=name_role(role, lang),
                roles=", ".join(for_whom[1:]),
            )
        )


def say_who(role: str, person: str, scope: access.Scope, lang: str) -> str:
    """Return whom the page takes the visitor for, in Markdown with the way in or out."""
    if role == "local":
        return text(
            "Nobody is asked to sign in on this computer: whoever opens this page may see and "
            "write everything.",
            lang,
        )
    if role == "public":
        way = f"[{text('Sign in', lang)}](sign-in?lang={lang})"
        return f"{text('Not signed in: you see what is published.', lang)} {way}"
    place = None if scope.entry else scope.region or scope.contest  # the person names it
    known = ", ".join(one for one in (person, name_role(role, lang), place) if one)
    return f"{_plain(known)} · [{text('Sign out', lang)}](sign-out?lang={lang})"


def _plain(words: str) -> str:
    """Return words in which Markdown finds nothing to do."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|~$:" else sign for sign in words)
