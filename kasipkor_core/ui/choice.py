"""Choices of one page that stand in the address as codes, beside the filters of all pages."""

from collections.abc import Mapping

import streamlit as st


def segments(name: str, options: Mapping[str, str], *, label: str) -> str:
    """Draw a row of choices and return the code of the chosen one; the first is the default.

    Args:
        name: Parameter of the address.
        options: What each code is called, in the reader's language.
        label: What is chosen, for readers of the screen.
    """
    key = f"choice_{name}"
    st.session_state[key] = chosen(name, options)
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        on_change=_write,
        args=(name, key),
        required=True,
        label_visibility="collapsed",
    )
    return chosen(name, options)


def chosen(name: str, options: Mapping[str, str]) -> str:
    """Return the code of the address, else the first."""
    code = st.query_params.get(name, "")
    return code if code in options else next(iter(options))


def select(
    name: str, options: Mapping[str, str], *, label: str, width: int | None = None
) -> str | None:
    """Draw a list and return the code of the chosen one, None when there is nothing to choose."""
    if not options:
        return None
    key = f"choice_{name}"
    st.session_state[key] = chosen(name, options)
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        on_change=_write,
        args=(name, key),
        width=width or "stretch",
    )
    return chosen(name, options)


def _write(name: str, key: str) -> None:
    st.query_params[name] = st.session_state[key]
