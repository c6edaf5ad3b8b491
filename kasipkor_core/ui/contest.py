"""One contest: where it stands, what is to be done, its rules, its scheme, its people."""

from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import Count, format_days, format_number, ntext, text
from kasipkor_core.ui import acts, contests, points_readings, reads, rules
from kasipkor_core.ui.figure import draw_rows
from kasipkor_core.ui.head import caption, empty, section
from kasipkor_core.ui.problems import is_blocking, read_problems, say_problem
from kasipkor_core.ui.readiness import list_lines
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.state import render_progress


def find_title(row: dict[str, Any], lang: str) -> str:
    """Return the finding: the contest and what it waits for."""
    name = words.unit_title(row, lang)
    if row["open_aspects"]:
        return text("{name}: aspects to re-score: {n}", lang, name=name, n=row["open_aspects"])
    if row["is_marking"]:
        missing = row["marks_expected"] - row["marks"]
        return text("{name}: marks missing: {n}", lang, name=name, n=missing)
    if row["state"] == "marked":
        return text("{name}: all marked, not signed", lang, name=name)
    return f"{name}: {words.word(words.STATES, row['state'], lang).lower()}"


def draw_state(row: dict[str, Any], who: Visitor) -> None:
    """Draw the state, the facts and the acts of a contest."""
    lang = who.lang
    with st.container(border=True, height="stretch", key="contest_state"):
        st.html(f"<p>{contests.render_stage(row, lang)}</p>{render_progress(row, lang)}")
        facts = [
            (text("Entries", lang), f"{Count(row['entries'], lang)}"),
            (text("Dates", lang), format_days(row["starts_on"], row["ends_on"], lang)),
            (text("Ruleset", lang), row["ruleset"]),
            (text("Contest id", lang), f"`{row['contest']}`"),
        ]
        if row["published_batch_no"] is not None:
            said = text("up to batch {number}", lang, number=str(row["published_batch_no"]))
            facts.append((text("Published", lang), said))
        shown = [{"what": f":gray[{name}]", "value": value} for name, value in facts if value]
        st.table(shown, border="horizontal", hide_index=True, hide_header=True)
        _draw_acts(row, who)


def _draw_acts(row: dict[str, Any], who: Visitor) -> None:
    lang, contest = who.lang, row["contest"]
    signed = row["state"] in ("signed", "decided", "published") and not row["is_archive"]
    with st.container(horizontal=True, key="contest_acts"):
        if row["state"] == "marked" and access.may(who.role, "decide"):
            acts.with_reason(
                text("Sign off", lang),
                acts.decide("sign_off", subject=contest, value="chief_expert"),
                key="sign_off",
                said=text("The chief expert signs the final form; a later mark voids it.", lang),
                lang=lang,
                icon=":material/draw:",
                is_main=True,
            )
        if signed and access.may(who.role, "publish") and row["state"] != "published":
            acts.with_reason(
                text("Publish", lang),
                acts.publish(contest),
                key="publish",
                said=text("Everyone may read the contest as it stands now.", lang),
                lang=lang,
                icon=":material/public:",
                needs_reason=False,
                is_main=True,
            )
        if signed and access.may(who.role, "decide"):
            acts.with_reason(
                text("Reopen", lang),
                acts.decide("reopen", subject=contest, value="chief_expert"),
                key="reopen",
                said=text("The signature no longer holds; marks may be changed again.", lang),
                lang=lang,
                icon=":material/lock_open:",
            )


def draw_blocks(row: dict[str, Any], who: Visitor) -> None:
    """Draw what stands between the contest and its publication."""
    lang = who.lang
    rows = [one for one in read_problems(who).to_pylist() if one["contest_no"] == row["contest_no"]]
    with st.container(border=True, height="stretch", key="contest_blocks"):
        if not rows:
            st.markdown(f":gray[{text('Nothing stands in the way of publication.', lang)}]")
            return
        for line in list_lines(rows, lang):
            st.markdown(line)
        if access.may(who.role, "decide"):
            _draw_jury(row, {one["problem"] for one in rows}, lang)
            _draw_waivers(row, rows, lang)


def _draw_jury(row: dict[str, Any], problems: set[str], lang: str) -> None:
    """Draw what only the jury can do: share a first place, confirm the awards (BP-15, BP-17)."""
    if "winner_undecided" in problems:
        acts.with_reason(
            text("All who share the first place win", lang),
            acts.decide("tie", subject=row["contest"], value="both"),
            key="share_win",
            said=text("Each of them is a winner and goes on.", lang),
            lang=lang,
            icon=":material/balance:",
        )
    elif "not_decided" in problems and row["state"] == "signed":
        acts.with_reason(
            text("Confirm the proposed awards", lang),
            acts.decide("award", subject=row["contest"], value="confirmed"),
            key="confirm_awards",
            said=text("The jury decides as the rules propose; the board shows the awards.", lang),
            lang=lang,
            icon=":material/gavel:",
        )


def _draw_waivers(row: dict[str, Any], problems: list[dict[str, Any]], lang: str) -> None:
    """Draw a waiver for each problem that blocks and that somebody may answer for."""
    if row["state"] not in ("signed", "decided"):
        return
    for one in problems:
        if is_blocking(one) and one["is_waivable"]:
            said = say_problem(one, lang)
            acts.with_reason(
                text("Waive: {problem}", lang, problem=said),
                acts.decide("waiver", subject=row["contest"], value=one["problem"]),
                key=f"waive_{one['problem']}",
                said=text(
                    "The contest can be published nonetheless. Your name and the reason stay in "
                    "the ledger and stand on the protocol.",
                    lang,
                ),
                lang=lang,
                icon=":material/gavel:",
            )


def draw_rules(row: dict[str, Any], who: Visitor) -> None:
    """Draw the rules in words; keys without words stand below as the file has them."""
    lang = who.lang
    found = reads.read("contest_rules", who, contest_no=row["contest_no"]).to_pylist()
    if not found:
        empty(text("This contest has no ruleset.", lang))
        return
    keys = rules.list_keys(found[0]["content"])
    rule, value, source = text("Rule", lang), text("Value", lang), text("Where from", lang)
    st.table(
        [
            {rule: said, value: f"**{words_}**", source: f":gray[{rules.say_origin(key, lang)}]"}
            for said, words_, key in rules.list_said(keys, lang)
        ],
        border="horizontal",
        hide_index=True,
    )
    left = rules.list_unsaid(keys)
    if left:
        label = text("Other keys of the file {name}", lang, name=f"{found[0]['ruleset']}.toml")
        with st.expander(label):
            st.table(
                [
                    {
                        rule: f"`{key.name}`",
                        value: rules.say_value(key.value, lang),
                        source: rules.say_origin(key, lang),
                    }
                    for key in left
                ],
                border="horizontal",
                hide_index=True,
            )


def draw_readings(row: dict[str, Any], who: Visitor) -> None:
    """Draw how the contest reads the open questions of its text; nothing when it has none."""
    lang = who.lang
    rows = reads.read("readings", who, contest_no=row["contest_no"]).to_pylist()
    if not rows:
        return
    is_given = any(one["key"] == "marking.combine" for one in rows)
    changes = points_readings.read_changes(who, row["contest_no"]) if is_given else {}
    open_ = sum(not one["is_confirmed"] for one in rows)
    section(
        ntext("{n} reading to confirm", "{n} readings to confirm", open_, lang)
        if open_
        else text("Readings, all confirmed", lang)
    )
    for one in rows:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            said = text("confirmed", lang) if one["is_confirmed"] else text("to confirm", lang)
            by = f" · {one['confirmed_by']}" if one["confirmed_by"] else ""
            with st.container(width=760):
                st.markdown(f"**{one['question']}**  \n:gray[{one['reading']} · {said}{by}]")
                for change in changes.get(one["reading"], ()):
                    st.caption(change)
            if not one["is_confirmed"] and access.may(who.role, "decide"):
                acts.with_reason(
                    text("Confirm", lang),
                    acts.decide("reading", subject=row["contest"], value=one["reading"]),
                    key=f"reading_{one['reading']}",
                    said=text("The contest is reckoned by this reading.", lang),
                    lang=lang,
                )


def draw_scheme(row: dict[str, Any], who: Visitor) -> None:
    """Draw the marking scheme: points by criterion, and the sections of the standard."""
    lang, number = who.lang, row["contest_no"]
    criteria = reads.read("scheme_criteria", who, contest_no=number)
    sections = reads.read("scheme_sections", who, contest_no=number)
    if not criteria.num_rows:
        empty(text("No marking scheme yet. Upload a sheet of aspects.", lang))
        return
    left, right = st.columns(2, gap="large")
    with left:
        total = sum(one["max_mark"] for one in criteria.to_pylist())
        said = text("{points} points together", lang, points=format_number(total, lang, 2))
        caption(text("Criteria", lang), said)
        columns = {
            "criterion": text("Criterion", lang),
            "measurements": text("Measured", lang),
            "judgements": text("Judged", lang),
            "max_mark": text("Points", lang),
        }
        draw_rows(criteria, columns, lang=lang)
    with right:
        caption(text("Sections of the standard", lang), _say_variation(sections.to_pylist(), lang))
        columns = {
            "wsos_section": text("Section", lang),
            "declared": text("Declared", lang),
            "actual": text("In the aspects", lang),
            "variation": text("Variation", lang),
        }
        draw_rows(sections, columns, lang=lang)


def _say_variation(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the total variation against what the ruleset allows (WM-01)."""
    if not rows or rows[0]["total_variation"] is None:
        return text("no declared weights to compare with", lang)
    return text(
        "variation {points} of at most {most} points",
        lang,
        points=format_number(rows[0]["total_variation"], lang, 2),
        most=format_number(rows[0]["tolerance"], lang, 2),
    )


def draw_experts(row: dict[str, Any], who: Visitor) -> None:
    """Draw who marks and leads the contest."""
    lang = who.lang
    rows = reads.read("experts", who, contest_no=row["contest_no"]).to_pylist()
    if not rows:
        empty(text("No expert is named yet. Upload a sheet of experts.", lang))
        return
    name, role = text("Name", lang), text("Role", lang)
    shown = [
        {
            name: one["name"] or "",
            role: words.word(words.EXPERTS, one["role"], lang),
            text("Region", lang): one["region_name"] or "",
            text("Organisation", lang): one["organisation"] or "",
        }
        for one in rows
    ]
    st.table(shown, border="horizontal", hide_index=True)
