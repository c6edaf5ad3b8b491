"""A draw on the page: commit to a seed, reveal it, and everything needed to draw it again."""

import secrets
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

import streamlit as st

from kasipkor_core import access
from kasipkor_core.i18n import format_stamp, mark, ntext, text
from kasipkor_core.recount.draw import commit_to
from kasipkor_core.ui import acts, reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_SEED_BYTES = 16


@dataclass(frozen=True)
class Lot:
    """What is drawn for, on the page.

    Attributes:
        purpose: As ``mart.draws`` calls it.
        draw: Kind of the decision that commits, and key of its button.
        reveal: Kind of the decision that reveals, and key of its button.
        label: The verb.
        said: What the reveal does.
    """

    purpose: str
    draw: str
    reveal: str
    label: str
    said: str


_TIE = Lot(
    "tie",
    "draw",
    "reveal",
    mark("Draw lots"),
    mark("The seed becomes part of the ledger, and who is drawn is the winner."),
)
_WORKPLACES = Lot(
    "workplace",
    "workplace_draw",
    "workplace_reveal",
    mark("Draw workplaces"),
    mark("The seed becomes part of the ledger, and everybody has a workplace."),
)


def draw_lots(who: Visitor, contest_no: int, contest: str, *, is_open: bool) -> None:
    """Draw what was drawn about the first place, and the next act for those who may decide.

    Args:
        who: The visitor.
        contest_no: Physical key of the contest.
        contest: Its id.
        is_open: The tie waits for the jury.

    Source:
        docs/draw.md; rulebook BP-15, BP-17.
    """
    rows = _read_draws(who, contest_no, _TIE)
    if rows:
        st.html(render_draws(rows, who.lang))
    if is_open and access.may(who.role, "decide"):
        _offer_next(contest, rows, _TIE, who.lang)


def draw_workplaces(who: Visitor, contest_no: int, contest: str, *, is_open: bool) -> None:
    """Draw how workplaces were drawn, and the next act for those who may decide.

    Args:
        who: The visitor.
        contest_no: Physical key of the contest; somebody starts in it.
        contest: Its id.
        is_open: Its result is not final.

    Source:
        docs/draw.md.
    """
    rows = _read_draws(who, contest_no, _WORKPLACES)
    is_due = not rows or rows[-1]["reveal_batch_no"] is None
    is_offered = is_open and is_due and access.may(who.role, "decide")
    if rows or is_offered:
        section(text("Workplaces", who.lang))
    if rows:
        st.html(render_draws(rows, who.lang, has_names=False))
    if rows and not is_due:
        st.html(render_workplaces(rows, who.lang))
    if is_offered:
        _offer_next(contest, rows, _WORKPLACES, who.lang)


def _read_draws(who: Visitor, contest_no: int, lot: Lot) -> list[Row]:
    table = reads.read("draws", who, contest_no=contest_no, purpose=lot.purpose)
    return table.to_pylist()


def _offer_next(contest: str, rows: list[Row], lot: Lot, lang: str) -> None:
    waiting = [row for row in rows if row["reveal_batch_no"] is None]
    if waiting:
        _ask_seed(contest, waiting[0], lot, lang)
    else:
        _offer_draw(contest, lot, lang)


def render_workplaces(rows: list[Row], lang: str) -> str:
    """Return the newest draw of workplaces as HTML: a row each, in their order."""
    newest = rows[-1]["batch_no"]
    columns = [
        ("place", text("Workplace", lang)),
        ("act", text("Entry", lang)),
        ("name", text("Participant", lang)),
    ]
    body = [
        [
            ("place", f"<b>{row['drawn']}</b>"),
            ("act", escape(row["entry"])),
            ("name", escape(row["name"] or "")),
        ]
        for row in rows
        if row["batch_no"] == newest
    ]
    return render_table(columns, body, label=text("Workplaces", lang), testid="workplaces")


def render_draws(rows: list[Row], lang: str, *, has_names: bool = True) -> str:
    """Return the draws of a contest with seeds and hashes, as HTML.

    Args:
        rows: ``mart.draws`` of one contest, ordered by batch and drawn.
        lang: kk, ru or en.
        has_names: Whether the names stand there in the order in which they were drawn.
    """
    columns = [
        ("act", text("Batch", lang)),
        ("at", text("When", lang)),
        ("hash", text("Hash of the seed", lang)),
        ("hash", text("Hash in the chain", lang)),
        ("hash", text("Seed", lang)),
        *([("name", text("Drawn", lang))] if has_names else []),
        ("state", text("Draws before", lang)),
    ]
    body = []
    for number, group in groupby(rows, key=itemgetter("batch_no")):
        entries = list(group)
        first = entries[0]
        body.append(
            [
                ("act", str(number)),
                ("at", format_stamp(first["committed_at"])),
                ("hash", _whole(first["commitment"])),
                ("hash", _whole(first["chain_sha256"])),
                ("hash", _whole(first["seed"]) or escape(text("not revealed", lang))),
                *([("name", escape(_say_drawn(entries)))] if has_names else []),
                ("state", str(first["earlier_draws"])),
            ]
        )
    return render_table(columns, body, label=text("Draws", lang), testid="draws")


def _whole(value: str | None) -> str:
    """Return a hash as it is: whoever draws again needs every digit."""
    return f'<code class="k-hash">{escape(value)}</code>' if value else ""


def _say_drawn(entries: list[Row]) -> str:
    if entries[0]["drawn"] is None:
        return "–"
    return " · ".join(f"{row['drawn']}. {row['name'] or row['entry']}" for row in entries)


def _offer_draw(contest: str, lot: Lot, lang: str) -> None:
    seed = st.session_state.setdefault(_seed_state(lot, contest), secrets.token_hex(_SEED_BYTES))
    acts.with_reason(
        text(lot.label, lang),
        acts.decide(lot.draw, subject=contest, value=commit_to(seed)),
        key=lot.draw,
        said=text(
            "Write this seed down and keep it secret until it is revealed: `{seed}`. Now only its "
            "hash is recorded: `{hash}`. Read the hash out, or let everybody write it down. The "
            "seed is kept nowhere; without it the draw must be undone and done anew.",
            lang,
            seed=seed,
            hash=commit_to(seed),
        ),
        lang=lang,
        icon=":material/casino:",
    )


def _seed_state(lot: Lot, contest: str) -> str:
    """Return where this visitor's seed is kept until it is revealed: no draw knows another's."""
    return f"{lot.draw}_seed_{contest}"


def _ask_seed(contest: str, waiting: Row, lot: Lot, lang: str) -> None:
    st.markdown(
        text(
            "The draw of batch {number} waits for its seed. The seed and the hash of the batch in "
            "the chain, which nobody knew before, decide together.",
            lang,
            number=str(waiting["batch_no"]),
        )
    )
    kept = _seed_state(lot, contest)
    own = f"_{contest}" if lot is _WORKPLACES else ""  # contests are changed on the same screen
    seed = st.text_input(
        text("Seed", lang), st.session_state.get(kept, ""), key=f"{lot.draw}_given{own}"
    ).strip()
    decide = acts.decide(lot.reveal, subject=contest, value=seed)

    def reveal(reason: str) -> int:
        number = decide(reason)
        st.session_state.pop(kept, None)  # it is no secret any more: the next draw has its own
        return number

    acts.with_reason(
        text("Reveal the seed", lang),
        reveal,
        key=lot.reveal,
        said=text(lot.said, lang),
        lang=lang,
        icon=":material/lock_open:",
    )
    if waiting["earlier_draws"]:
        said = ntext(
            "{n} draw was made before this one.",
            "{n} draws were made before this one.",
            waiting["earlier_draws"],
            lang,
        )
        st.markdown(f":gray[{said}]")
