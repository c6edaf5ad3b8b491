"""Choices of one page: codes in the address like the filters, forgotten on the next page."""

from collections.abc import Mapping

import streamlit as st


def choose(
    name: str, names: Mapping[str, str], *, label: str, chosen: str, width: int | None = 420
) -> str:
    """Draw a list whose choice is a code in the address; return the chosen code.

    Args:
        name: Name in the address.
        names: What each code is called, in order; not empty.
        label: What is chosen.
        chosen: The code that holds now.
        width: Pixels; None fills the row.
    """
    key = f"wish_{name}"
    st.session_state[key] = chosen
    picked: str = st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=_write,
        args=(name,),
        label_visibility="collapsed",
        width=width or "stretch",
    )
    return picked


def _write(name: str) -> None:
    st.query_params[name] = st.session_state[f"wish_{name}"]


def read(name: str, *, default: str = "") -> str:
    """Return a choice of the page from the address."""
    return st.query_params.get(name, default)


def type_words(name: str, *, label: str, hint: str, width: int = 420) -> str:
    """Draw a field for words that stand in the address; return them."""
    key = f"wish_{name}"
    st.session_state[key] = read(name)
    typed: str = st.text_input(
        label,
        key=key,
        on_change=_write_words,
        args=(name,),
        placeholder=hint,
        label_visibility="collapsed",
        icon=":material/search:",
        width=width,
    )
    return typed.strip()


def _write_words(name: str) -> None:
    words = st.session_state[f"wish_{name}"].strip()
    if words:
        st.query_params[name] = words
    else:
        st.query_params.pop(name, None)
