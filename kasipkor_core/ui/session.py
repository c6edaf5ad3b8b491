"""Who looks, at what: language, role, horizon and filters, resolved once per run."""

import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import streamlit as st

from kasipkor_core import access, i18n
from kasipkor_core.palette import Theme
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Audience, Reader, Store, open_store, read_head

FILTERS = ("season", "programme", "level", "region", "unit", "contest")
KEPT = ("lang", "season", "programme", "level", "region", "unit")
_KEPT_STATE = "kasipkor_address"
_PAGE_STATE = "kasipkor_page"
_LOOKS_A_SECOND = 5
_HORIZON_STATE = "kasipkor_horizon"


class _Held:
    """The one ledger of this process."""

    store: Store | None = None
    lock = threading.Lock()


class Eyes(NamedTuple):
    """What a cached read depends on beside its question: the key of every cache."""

    as_of: int
    audience: Audience
    lang: str
    role: access.Role


@dataclass(frozen=True)
class Visitor:
    """Whose eyes and which wishes.

    Attributes:
        lang: kk, ru or en.
        role: Role; before identity is built everybody is ``local``.
        audience: staff, or public: what is published only.
        as_of: The batch number that every query of this run reads as of.
        filters: Codes from the address, by name; a name that is missing means all.
    """

    lang: str
    role: access.Role
    audience: Audience
    as_of: int
    filters: tuple[tuple[str, str], ...]

    def chosen(self, name: str) -> str | None:
        """Return the code chosen for a filter, or None for all."""
        return dict(self.filters).get(name)

    def eyes(self) -> Eyes:
        """Return what cached reads depend on; the filters are not among it."""
        return Eyes(self.as_of, self.audience, self.lang, self.role)

    def reader(self) -> Reader:
        """Return the reader of the ledger that sees what this visitor may see."""
        return Reader(as_of=self.as_of, audience=self.audience, lang=self.lang)


def see_with(eyes: Eyes) -> Visitor:
    """Return a visitor with these eyes and no filters, inside a cached read."""
    return Visitor(
        lang=eyes.lang, role=eyes.role, audience=eyes.audience, as_of=eyes.as_of, filters=()
    )


def use_store(store: Store) -> None:
    """Hand over the ledger that the server has opened already; called before the first page.

    What was read from another ledger is forgotten: the keys of caches name the batch only.
    """
    with _Held.lock:
        _Held.store = store
    st.cache_resource.clear()
    _head_at.cache_clear()


def store() -> Store:
    """Return the ledger of this process, opened at the first call."""
    with _Held.lock:
        if _Held.store is None:
            _Held.store = open_store(read_settings().database)
        return _Held.store


def visitor() -> Visitor:
    """Return who looks at the page; every page begins with this."""
    chosen = tuple((name, st.query_params[name]) for name in FILTERS if name in st.query_params)
    return Visitor(
        lang=language(), role="local", audience="staff", as_of=_horizon(), filters=chosen
    )


def data_version(who: Visitor) -> int:
    """Return the newest batch number now: what a board that refreshes reads as of.

    All boards that refresh within a fifth of a second share one look at the ledger.
    """
    del who  # the published horizon of the public will depend on the visitor
    return max(_horizon(), _head_at(int(time.monotonic() * _LOOKS_A_SECOND)))


@lru_cache(maxsize=4)
def _head_at(tick: int) -> int:
    del tick
    return read_head(store())


def language() -> str:
    """Return the language of the address, else the one chosen before, else Kazakh."""
    kept = st.session_state.get(_KEPT_STATE, {})
    wanted = st.query_params.get("lang") or kept.get("lang", "")
    return wanted if wanted in i18n.LANGS else i18n.DEFAULT_LANG


def theme() -> Theme:
    """Return the theme that the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def begin_run() -> None:
    """Fix the horizon of this run: all queries of a page agree."""
    st.session_state[_HORIZON_STATE] = read_head(store())


def settle_address(page: str) -> None:
    """Carry language and filters over to another page, and remember them.

    The menus of Streamlit drop the query on the way; a link with codes of its own wins.
    """
    kept = st.session_state.get(_KEPT_STATE, {})
    came_from = st.session_state.get(_PAGE_STATE)
    if came_from is not None and came_from != page:
        for name, code in kept.items():
            if name not in st.query_params:
                st.query_params[name] = code
    st.session_state[_PAGE_STATE] = page
    remember_address()


def remember_address() -> None:
    """Remember the codes of the address for the next page."""
    codes = {name: st.query_params[name] for name in KEPT if name in st.query_params}
    if "lang" not in codes and language() != i18n.DEFAULT_LANG:
        codes["lang"] = language()
    st.session_state[_KEPT_STATE] = codes


def choose(name: str, code: str | None) -> None:
    """Write one choice into the address; a contest chosen before gives way to it."""
    if name not in ("lang", "contest", "screen") and "contest" in st.query_params:
        del st.query_params["contest"]
    if code is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = code
    if name == "lang":
        st.session_state[_KEPT_STATE] = {**st.session_state.get(_KEPT_STATE, {}), "lang": code}


def _horizon() -> int:
    fixed = st.session_state.get(_HORIZON_STATE)
    return int(fixed) if fixed is not None else read_head(store())
