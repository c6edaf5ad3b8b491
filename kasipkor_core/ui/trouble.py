"""When something goes wrong on a page: a sentence for a person, never a trace."""

import logging
import secrets
from types import TracebackType

import streamlit as st

from kasipkor_core import i18n
from kasipkor_core.errors import KasipkorError
from kasipkor_core.ui import session

_log = logging.getLogger("kasipkor")


class Guard:
    """A block whose errors are told in the reader's language.

    A KasipkorError is its own sentence. Any other error is logged with a reference number, which
    is all the page shows of it.
    """

    def __init__(self, lang: str) -> None:
        """Keep the reader's language."""
        self.lang = lang

    def __enter__(self) -> None:
        """Begin the block."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Tell an error; let Streamlit's own signals (stop, rerun) pass."""
        if isinstance(error, KasipkorError):
            tell(error, self.lang)
            return True
        if not isinstance(error, Exception):
            return False
        _tell_unknown(error, self.lang)
        return True


def tell_uncaught(error: Exception) -> bool:
    """Tell an error of a callback or a fragment: they run outside the guard of their page.

    Returns:
        True: Streamlit shows no trace of its own.
    """
    lang = session.language()
    if isinstance(error, KasipkorError):
        tell(error, lang)
    else:
        _tell_unknown(error, lang)
    return True


def _tell_unknown(error: Exception, lang: str) -> None:
    reference = secrets.token_hex(3)
    _log.error("reference %s", reference, exc_info=error)
    st.error(
        i18n.text(
            "This page could not be shown; nothing was changed. Load it again, and if it fails "
            "again, tell the administrator the reference number {reference}.",
            lang,
            reference=reference,
        ),
        icon=":material/error:",
    )


def tell(error: KasipkorError, lang: str) -> None:
    """Show an error's sentence."""
    st.error(i18n.error_text(error, lang), icon=":material/error:")
