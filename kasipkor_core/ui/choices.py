"""Choices that belong to one page only: codes in the address beside the filters of all pages."""

from collections.abc import Callable, Sequence

import streamlit as st

from kasipkor_core.ui import session


def chosen(name: str, options: Sequence[str], default: str) -> str:
    """Return the code in the address; an unknown one, or none, is the default."""
    code = st.query_params.get(name, default)
    return code if code in options else default


def select(
    name: str,
    options: Sequence[str],
    *,
    default: str,
    label: str,
    called: Callable[[str], str],
    width: int,
) -> str:
    """Draw a list of codes that follows the address, and return the chosen one.

    Args:
        name: Name in the address; no filter of other pages has it.
        options: Codes; not empty.
        default: The code that stands for no choice; it is not written into the address.
        label: What is chosen, for readers of the screen.
        called: What a code is called.
        width: Pixels.
    """
    st.session_state[_key(name)] = chosen(name, options, default)
    st.selectbox(
        label,
        options,
        format_func=called,
        key=_key(name),
        on_change=_write,
        args=(name, default),
        label_visibility="collapsed",
        width=width,
    )
    return chosen(name, options, default)


def segments(
    name: str,
    options: Sequence[str],
    *,
    default: str,
    label: str,
    called: Callable[[str], str] = str,
) -> str:
    """Draw codes side by side, one of them chosen; the address and they follow each other."""
    st.session_state[_key(name)] = chosen(name, options, default)
    st.segmented_control(
        label,
        options,
        format_func=called,
        key=_key(name),
        on_change=_write,
        args=(name, default),
        required=True,
        label_visibility="collapsed",
    )
    return chosen(name, options, default)


def _key(name: str) -> str:
    return f"choice_{name}"


def _write(name: str, default: str) -> None:
    code = st.session_state[_key(name)]
    session.choose(name, None if code == default else code)
