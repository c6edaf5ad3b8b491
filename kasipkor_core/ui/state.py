"""The line above a board: its state in words, and how far the marking is."""

import datetime as dt
from html import escape
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_moment, format_percent, format_time, text

_FULL = 100  # per cent


def share_marked(contest: dict[str, Any]) -> float | None:
    """Return the share of marks that are in, 0 to 1, rounded down to hundredths.

    Rounded down, so that 100 % is said only when nothing is missing; None before a scheme exists.
    """
    if not contest["marks_expected"]:
        return None
    return int(contest["marks"] * 100 // contest["marks_expected"]) / 100


def render_state(contest: dict[str, Any], lang: str, *, is_kept: bool = False) -> str:
    """Return badge, sentence and bar of one contest as HTML.

    Args:
        contest: Row of ``mart.contests``.
        lang: kk, ru or en.
        is_kept: The words are read on later days too: no time without its day.
    """
    moment: dt.datetime | None = contest["updated_at"]
    when = format_moment(moment, lang) if is_kept else _when(moment, lang)
    return (
        f'<div class="k-state"><div class="k-says">{_badge(contest, lang)} '
        f"<span>{escape(_sentence(contest, lang, when))}</span></div>"
        f'<div class="k-progress">{render_progress(contest, lang)}</div></div>'
    )


def _badge(contest: dict[str, Any], lang: str) -> str:
    if contest["is_final"]:
        return f'<span class="k-badge k-grey">✓ {escape(text("Final", lang))}</span>'
    if not contest["marks"]:
        return f'<span class="k-badge k-grey">○ {escape(text("Not begun", lang))}</span>'
    return f'<span class="k-badge k-wait">◐ {escape(text("Provisional result", lang))}</span>'


def _sentence(contest: dict[str, Any], lang: str, when: str) -> str:
    done, due = contest["entries_complete"], contest["entries"]
    if contest["is_final"]:
        return text("{due} participants · updated {when}", lang, due=due, when=when)
    if not due:
        return text("No participant has been entered yet.", lang)
    return text(
        "{done} of {due} participants are fully marked · updated {when}",
        lang,
        done=done,
        due=due,
        when=when,
    )


def _when(moment: dt.datetime | None, lang: str) -> str:
    """Return the time of the data: of today in seconds, else with its day."""
    if moment and moment.date() == dt.datetime.now(moment.tzinfo).date():
        return format_time(moment, seconds=True)
    return format_moment(moment, lang)


def render_progress(contest: dict[str, Any], lang: str) -> str:
    """Return the share marked as words and a bar; nothing where no number of marks is known."""
    share = share_marked(contest)
    if share is None:
        return ""
    figures = text(
        "{done} / {due} aspects", lang, done=contest["marks"], due=contest["marks_expected"]
    )
    percent = format_percent(share, lang)
    says = escape(text("{percent} marked", lang, percent="\x00")).replace(
        "\x00", f"<b>{percent}</b>"
    )
    return (
        f'<p class="k-figures">{says} · {escape(figures)}</p>'
        f'<div class="k-track k-wide" role="progressbar" aria-valuemin="0" aria-valuemax="100" '
        f'aria-valuenow="{share * 100:.0f}" aria-label="{escape(text("Marked", lang))}">'
        f'<span style="width:{share * 100:.0f}%"></span></div>'
    )


def render_open(contest: dict[str, Any], lang: str) -> str:
    """Return the one line of what waits in a contest, empty when nothing does."""
    if contest["open_aspects"]:
        says = text("Aspects to re-score: {n}", lang, n=contest["open_aspects"])
        return f'<p class="k-act">◆ {escape(says)}</p>'
    missing = contest["marks_expected"] - contest["marks"]
    if missing > 0:
        return f'<p class="k-note">{escape(text("Marks missing: {n}", lang, n=missing))}</p>'
    return f'<p class="k-note">{escape(words.word(words.STATES, contest["state"], lang))}</p>'


def render_part(done: int, due: int) -> str:
    """Return a number of parts with a thin bar; the number says it all."""
    share = _FULL * done // due if due else 0
    return (
        f'<span class="k-part">{done} / {due}'
        f'<span class="k-track" aria-hidden="true"><span style="width:{share}%"></span></span>'
        "</span>"
    )


def count(number: int, lang: str) -> str:
    """Return a whole number in the language's form."""
    return f"{Count(number, lang)}"
