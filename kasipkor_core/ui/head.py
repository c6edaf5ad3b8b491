"""The head of a page: the finding as its title, what it is about, and its actions."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

_BEFORE_ENDING = re.compile(r"(?<=\d)-(?=[^\W\d_])")


def keep_endings(words: str) -> str:
    """Return words in which no line ends between a figure and its ending, as in 56-сы."""
    return _BEFORE_ENDING.sub("\N{NON-BREAKING HYPHEN}", words)


@contextmanager
def head(title: str, about: str) -> Iterator[None]:
    """Draw title and grey line; the body of the ``with`` draws the actions beside them.

    Args:
        title: The finding, a sentence with a number; a live board has its contest's name.
        about: What it is about.
    """
    with st.container(horizontal=True, horizontal_alignment="distribute", key="head"):
        with st.container(width=920, gap=None):
            st.title(keep_endings(title), anchor=False)
            if about:
                st.markdown(f":gray[{keep_endings(about)}]")
        with st.container(
            horizontal=True,
            vertical_alignment="center",
            width="content",
            gap="xsmall",
            key="actions",
        ):
            yield


def section(title: str) -> None:
    """Draw the title of a block."""
    st.header(keep_endings(title), anchor=False)


def caption(title: str, about: str) -> None:
    """Draw what a card shows: bold, and in grey on the same line what it is about."""
    st.markdown(keep_endings(f"**{title}** :gray[{about}]"))


def empty(sentence: str) -> None:
    """Say in one sentence that there is nothing here and what to do; where the block would be."""
    with st.container(border=True):
        st.markdown(f":gray[{keep_endings(sentence)}]")
