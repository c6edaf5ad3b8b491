"""A choice of one page that stands in the address as a code, as ``?part=documents``."""

from collections.abc import Mapping

import streamlit as st

from kasipkor_core.i18n import text
from kasipkor_core.ui import session


def choose_code(name: str, options: Mapping[str, str], *, label: str, lang: str) -> str:
    """Draw the choice and return its code; the first one when the address has none.

    Args:
        name: Name in the address.
        options: Catalogue keys by code.
        label: What is chosen, for readers of the screen.
        lang: kk, ru or en.
    """
    codes = list(options)
    wanted = st.query_params.get(name)
    st.session_state[f"pick_{name}"] = wanted if wanted in codes else codes[0]
    chosen: str | None = st.segmented_control(
        label,
        codes,
        format_func=lambda code: text(options[code], lang),
        required=True,
        key=f"pick_{name}",
        on_change=_write,
        args=(name,),
        label_visibility="collapsed",
    )
    return chosen or codes[0]


def _write(name: str) -> None:
    code = st.session_state[f"pick_{name}"]
    if code:
        st.query_params[name] = code
    else:
        session.choose(name, None)
