"""The one filter bar: every choice is a code in the address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import format_season, mark, sort_key, text
from kasipkor_core.ui import reads, session
from kasipkor_core.ui.session import Visitor

_MINE_STATE = "kasipkor_mine"
_MINE_COOKIE = "kasipkor_region"
_NO_REGION_STATE = "kasipkor_no_region"
_ALL = ""
_SHORT_LANGUAGES = {"kk": "Қаз", "ru": "Рус", "en": "Eng"}


def filter_bar(who: Visitor) -> None:
    """Draw the filter bar: region, industry or skill, season and more, own region, language."""
    contests = reads.list_contests(who)
    with st.container(horizontal=True, gap="xsmall", key="filter_bar"):
        _region_select(who)
        _unit_select(who, contests)
        _more(who, contests)
        st.button(
            text("My region", who.lang),
            icon=":material/my_location:",
            type="tertiary",
            key="my_region",
            on_click=_go_to_mine,
            help=text(
                "Shows your region. To make a region yours, choose it in the list and press here.",
                who.lang,
            ),
        )
        st.space("stretch")
        _language_menu(who)
    _tell_missing_region(who)


def matching(who: Visitor, *, but: str = "") -> list[dict[str, Any]]:
    """Return the contests that the filters leave, in the ledger's order.

    Args:
        who: The visitor with the chosen codes.
        but: A filter to leave out of account.
    """
    wanted = {name: code for name, code in who.filters if name not in ("contest", but)}
    rows = reads.list_contests(who)
    return [row for row in rows if all(_fits(row, name, code) for name, code in wanted.items())]


def _fits(contest: dict[str, Any], name: str, code: str) -> bool:
    if name == "region":
        return code in (contest["region"], contest["host"])
    return str(contest[name]) == code


def _region_select(who: Visitor) -> None:
    names = reads.region_names(who.lang)
    _select(
        who,
        "region",
        options=names,
        label=text("Region", who.lang),
        everything=text("All regions", who.lang),
        called=lambda code: names[code],
        icon=":material/location_on:",
        width=168,
    )


def _unit_select(who: Visitor, contests: Sequence[dict[str, Any]]) -> None:
    units = {row["unit"]: row["unit_name"] for row in _in_scope(who, contests) if row["unit"]}
    _select(
        who,
        "unit",
        options=sorted(units, key=lambda code: sort_key(units[code])),
        label=text("Industry or skill", who.lang),
        everything=text("All skills", who.lang),
        called=lambda code: units[code],
        icon=":material/category:",
        width=168,
    )


def _in_scope(who: Visitor, contests: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the contests of the chosen season, programme and level."""
    wanted = {name: who.chosen(name) for name in ("season", "programme", "level")}
    return [
        row
        for row in contests
        if all(code is None or str(row[name]) == code for name, code in wanted.items())
    ]


def _more(who: Visitor, contests: Sequence[dict[str, Any]]) -> None:
    """Draw the popover with season, programme and level; its label is the season."""
    season = who.chosen_number("season")
    label = text("Season", who.lang) if season is None else format_season(season)
    with st.popover(label, icon=":material/tune:", key="filter_more"):
        _select(
            who,
            "season",
            options=sorted({str(row["season"]) for row in contests}, reverse=True),
            label=text("Season", who.lang),
            everything=text("All seasons", who.lang),
            called=lambda code: format_season(int(code)),
        )
        for name, label, everything, table in (
            ("level", mark("Level"), mark("All levels"), words.LEVELS),
            ("programme", mark("Programme"), mark("All programmes"), words.PROGRAMMES),
        ):
            _select(
                who,
                name,
                options=sorted({str(row[name]) for row in contests}),
                label=text(label, who.lang),
                everything=text(everything, who.lang),
                called=partial(words.word, table, lang=who.lang),
            )


def _select(
    who: Visitor,
    name: str,
    *,
    options: Iterable[str],
    label: str,
    everything: str,
    called: Callable[[str], str],
    icon: str | None = None,
    width: int | None = None,
) -> None:
    """Draw one list whose options are codes; address and list follow each other."""
    codes = list(options)
    key = f"filter_{name}"
    chosen = who.chosen(name)
    st.session_state[key] = chosen if chosen in codes else _ALL
    st.selectbox(
        label,
        [_ALL, *codes],
        format_func=lambda code: called(code) if code else everything,
        key=key,
        on_change=_write_choice,
        args=(name, codes),
        label_visibility="collapsed" if width else "visible",
        icon=icon,
        width=width or "stretch",
    )


def _write_choice(name: str, codes: list[str]) -> None:
    """Write the chosen code into the address.

    A refresh that was under way while the language changed still sends the label of the former
    language: it is no code, and no choice.
    """
    chosen = st.session_state[f"filter_{name}"]
    if not chosen or chosen in codes:
        session.choose(name, chosen or None)


def choose_contest(
    who: Visitor, contests: Mapping[str, dict[str, Any]], called: Callable[[dict[str, Any]], str]
) -> str:
    """Draw the list of contests and return the id of the chosen one; it stands in the address.

    Args:
        who: The visitor.
        contests: Rows by contest id, the first is the one when none is chosen; not empty.
        called: Name of a row.
    """
    chosen = who.chosen("contest")
    first = next(iter(contests))
    st.session_state["filter_contest"] = chosen if chosen in contests else first
    picked: str = st.selectbox(
        text("Contest", who.lang),
        list(contests),
        format_func=lambda code: called(contests[code]),
        key="filter_contest",
        on_change=_write_choice,
        args=("contest", list(contests)),
        label_visibility="collapsed",
    )
    return picked


def _language_menu(who: Visitor) -> None:
    st.menu_button(
        _SHORT_LANGUAGES[who.lang],
        list(words.LANGUAGES),
        format_func=words.LANGUAGES.__getitem__,
        icon=":material/language:",
        type="tertiary",
        key="language",
        help=text("Language", who.lang),
        on_click=_write_language,
    )


def _write_language() -> None:
    session.choose("lang", st.session_state["language"])


def _go_to_mine() -> None:
    """Remember the chosen region as one's own; with none chosen, go to the remembered one."""
    chosen = st.query_params.get("region")
    mine = st.session_state.get(_MINE_STATE) or st.context.cookies.get(_MINE_COOKIE)
    if chosen:
        st.session_state[_MINE_STATE] = chosen
    elif mine in reads.region_names("kk"):
        session.choose("region", mine)
    else:
        st.session_state[_NO_REGION_STATE] = True


def _tell_missing_region(who: Visitor) -> None:
    if st.session_state.pop(_NO_REGION_STATE, False):
        st.toast(text("Choose a region in the list first, then press “My region”.", who.lang))


def own_region_script() -> str:
    """Return the line of script that keeps the own region in a cookie of this browser."""
    mine = st.session_state.get(_MINE_STATE)
    if mine not in reads.region_names("kk"):
        return ""
    return f"document.cookie='{_MINE_COOKIE}={mine};path=/;max-age=31536000;samesite=lax';"
