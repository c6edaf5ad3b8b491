"""Names in public: whose the public reads short, and the decision about it."""

from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import mark, ntext, text
from kasipkor_core.ui import acts, reads
from kasipkor_core.ui.awards import name_contests
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_ALL = ""  # of the choices the whole contest; no entry is called so
_SAID = {
    "minors": mark(
        "Of minors the public reads the first word and initials, at once and everywhere. Papers "
        "and staff keep the full names."
    ),
    "short": mark(
        "The public reads the first word and initials, at once and everywhere. Papers and staff "
        "keep the full names."
    ),
    "full": mark("The public reads the full names, at once and everywhere."),
}


def draw(row: Row, who: Visitor) -> None:
    """Draw how the public reads the names of a contest, and what can be decided about it.

    Args:
        row: Row of ``mart.contests``.
        who: The visitor; a role that may not decide sees how it is.
    """
    entries = reads.read("public_names", who, contest_no=row["contest_no"]).to_pylist()
    if not entries:
        return
    section(text("Names in public", who.lang))
    st.markdown(say_names(entries, who.lang))
    _draw_passed(entries, who)
    if access.may(who.role, "decide"):
        _draw_decision(row["contest"], entries, who)


def say_names(entries: list[Row], lang: str) -> str:
    """Return how many names are short, how many minors there are, and of whom no age is known.

    Args:
        entries: Rows of ``mart.public_names``.
        lang: kk, ru or en.
    """
    short = sum(one["public_name"] is not None for one in entries)
    minors, unknown = (sum(one[name] for one in entries) for name in ("minors", "ages_unknown"))
    said = [
        ntext("{n} name is short", "{n} names are short", short, lang)
        if short
        else text("The public reads all names in full", lang)
    ]
    if minors:
        said.append(
            ntext("{n} participant is a minor", "{n} participants are minors", minors, lang)
        )
    if unknown:
        said.append(
            ntext(
                "of {n} participant no birth date is known",
                "of {n} participants no birth date is known",
                unknown,
                lang,
            )
        )
    return " · ".join(said)


def _draw_passed(entries: list[Row], who: Visitor) -> None:
    """Draw whose names were decided about at an earlier level, what, and where."""
    passed = [one for one in entries if one["from_contest"]]
    contests = name_contests(who) if passed else {}
    for one in passed:
        said = text(
            "{entry} · {name}: {naming}. Decided in {contest}, entry {from_entry}.",
            who.lang,
            entry=one["entry"],
            name=one["name"] or "",
            naming=words.word(words.NAMINGS, one["naming"], who.lang),
            contest=contests.get(one["from_contest"], one["from_contest"]),
            from_entry=one["from_entry"],
        )
        st.caption(said)


def _draw_decision(contest: str, entries: list[Row], who: Visitor) -> None:
    lang = who.lang
    names = {_ALL: text("The contest", lang)}
    names |= {one["entry"]: f"{one['entry']} · {one['name'] or ''}" for one in entries}
    with st.container(horizontal=True, vertical_alignment="bottom", key="naming_choice"):
        entry = st.selectbox(
            text("Whose names", lang), list(names), format_func=names.__getitem__, key="naming_of"
        )
        naming = st.selectbox(
            text("How", lang),
            list(words.NAMINGS),
            format_func=lambda code: words.word(words.NAMINGS, code, lang),
            key="naming_how",
        )
        acts.with_reason(
            text("Decide", lang),
            acts.decide("names", subject=f"{contest}/{entry}" if entry else contest, value=naming),
            key="naming",
            said=_say_decision(naming, entry, lang),
            lang=lang,
            icon=":material/badge:",
        )


def _say_decision(naming: str, entry: str, lang: str) -> str:
    said = text(_SAID[naming], lang)
    further = text("It goes with the entry to the next level, until decided otherwise there.", lang)
    return f"{said} {further}" if entry and naming != "full" else said
