"""A draw on the page: commit to a seed, reveal it, and everything needed to draw it again."""

import secrets
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

import streamlit as st

from kasipkor_core import access
from kasipkor_core.i18n import format_stamp, ntext, text
from kasipkor_core.recount.draw import commit_to
from kasipkor_core.ui import acts, reads
from kasipkor_core.ui.board import render_table
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_SEED_STATE = "draw_seed"
_SEED_BYTES = 16


def draw_lots(who: Visitor, contest_no: int, contest: str, *, is_open: bool) -> None:
    """Draw what was drawn in a contest, and the next act of a draw for those who may decide.

    Args:
        who: The visitor.
        contest_no: Physical key of the contest.
        contest: Its id.
        is_open: The tie waits for the jury.

    Source:
        docs/draw.md; rulebook BP-15, BP-17.
    """
    rows = reads.read("draws", who, contest_no=contest_no).to_pylist()
    if rows:
        st.html(render_draws(rows, who.lang))
    if not is_open or not access.may(who.role, "decide"):
        return
    waiting = [row for row in rows if row["reveal_batch_no"] is None]
    if waiting:
        _ask_seed(contest, waiting[0], who.lang)
    else:
        _offer_draw(contest, who.lang)


def render_draws(rows: list[Row], lang: str) -> str:
    """Return the draws of a contest with seeds, hashes and numbers, as HTML.

    Args:
        rows: ``mart.draws`` of one contest, ordered by batch and drawn.
        lang: kk, ru or en.
    """
    columns = [
        ("act", text("Batch", lang)),
        ("at", text("When", lang)),
        ("hash", text("Hash of the seed", lang)),
        ("hash", text("Hash in the chain", lang)),
        ("hash", text("Seed", lang)),
        ("name", text("Drawn", lang)),
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
                ("name", escape(_say_drawn(entries))),
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


def _offer_draw(contest: str, lang: str) -> None:
    seed = st.session_state.setdefault(_SEED_STATE, secrets.token_hex(_SEED_BYTES))
    acts.with_reason(
        text("Draw lots", lang),
        acts.decide("draw", subject=contest, value=commit_to(seed)),
        key="draw",
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


def _ask_seed(contest: str, waiting: Row, lang: str) -> None:
    st.markdown(
        text(
            "The draw of batch {number} waits for its seed. The seed and the hash of the batch in "
            "the chain, which nobody knew before, decide together.",
            lang,
            number=str(waiting["batch_no"]),
        )
    )
    seed = st.text_input(
        text("Seed", lang), st.session_state.get(_SEED_STATE, ""), key="draw_given"
    ).strip()
    acts.with_reason(
        text("Reveal the seed", lang),
        acts.decide("reveal", subject=contest, value=seed),
        key="reveal",
        said=text("The seed becomes part of the ledger, and who is drawn is the winner.", lang),
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
