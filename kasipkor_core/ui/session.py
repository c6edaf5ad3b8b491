"""Who looks, at what: language, role, horizon and filters, resolved once per run."""

import dataclasses
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypedDict

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from kasipkor_core import access, i18n
from kasipkor_core.palette import Theme
from kasipkor_core.store import (
    Audience,
    Reader,
    Store,
    find_own,
    list_contests_of,
    read_head,
    read_head_of,
    read_head_of_all,
    read_published,
)
from kasipkor_core.ui import held, identity, menus, refusal

FILTERS = ("season", "programme", "level", "region", "unit", "contest")
KEPT = ("lang", "season", "programme", "level", "region", "unit")
_KEPT_STATE = "kasipkor_address"
_PAGE_STATE = "kasipkor_page"
_LOOKS_A_SECOND = 5
_HORIZON_STATE = "kasipkor_horizon"

store = held.store


class Signature(TypedDict):
    """Who acts; the ledger asks whether they may."""

    actor: str
    actor_role: str
    scope: access.Scope


class Eyes(NamedTuple):
    """What a cached read depends on beside its question: the key of every cache."""

    as_of: int
    audience: Audience
    lang: str
    role: str
    contests: tuple[int, ...] | None = None
    region: str | None = None
    own: tuple[int, int] | None = None


@dataclass(frozen=True)
class Visitor:
    """Whose eyes and which wishes.

    Attributes:
        lang: kk, ru or en.
        role: Role of the session; ``local`` where nobody is asked, ``public`` signed out.
        audience: staff, or public: what is published only.
        as_of: The batch number that every query of this run reads as of.
        filters: Codes from the address, by name; a name that is missing means all.
        person: Who acts, as the ledger names it.
        scope: The place that the role is given for.
        contests: Numbers of the contests seen as staff; all others as the public sees them.
            Null: all.
        own: Contest and entry of a participant, on the own page only; null elsewhere.
    """

    lang: str
    role: str
    audience: Audience
    as_of: int
    filters: tuple[tuple[str, str], ...]
    person: str = ""
    scope: access.Scope = access.EVERYWHERE
    contests: tuple[int, ...] | None = None
    own: tuple[int, int] | None = None

    def chosen(self, name: str) -> str | None:
        """Return the code chosen for a filter, or None for all."""
        return dict(self.filters).get(name)

    def chosen_number(self, name: str) -> int | None:
        """Return the number chosen for a filter; None for all, and for what is no number."""
        chosen = self.chosen(name)
        return int(chosen) if chosen and chosen.isdecimal() else None

    def eyes(self) -> Eyes:
        """Return what cached reads depend on; the filters are not among it."""
        region = self.scope.region if self.contests is not None else None
        return Eyes(
            self.as_of, self.audience, self.lang, self.role, self.contests, region, self.own
        )

    def reader(self) -> Reader:
        """Return the reader of the ledger that sees what this visitor may see."""
        return Reader(
            as_of=self.as_of,
            audience=self.audience,
            lang=self.lang,
            scope=self.contests,
            region=self.scope.region,
            own=self.own,
        )

    def signature(self) -> Signature:
        """Return what the ledger writes beside an act: who, in which role, for which place."""
        return {"actor": self.person, "actor_role": self.role, "scope": self.scope}


def see_with(eyes: Eyes) -> Visitor:
    """Return a visitor with these eyes and no filters, inside a cached read."""
    return Visitor(
        lang=eyes.lang,
        role=eyes.role,
        audience=eyes.audience,
        as_of=eyes.as_of,
        filters=(),
        scope=access.Scope(region=eyes.region),
        contests=eyes.contests,
        own=eyes.own,
    )


def use_store(store: Store, *, asks_sign_in: bool = False) -> None:
    """Hand over the ledger that the server has opened already; called before the first page.

    What was read from another ledger is forgotten: the keys of caches name the batch only.

    Args:
        store: The ledger.
        asks_sign_in: People are asked who they are whatever else says.
    """
    held.hold(store)
    st.cache_resource.clear()
    for known in (_head_at, _head_of, _head_of_all, _published_at, _contests_of, _own_of):
        known.cache_clear()
    identity.ask_everybody(asks=asks_sign_in)


def visitor() -> Visitor:
    """Return who looks at the page; every page begins with this, and ends here for who may not."""
    who = look()
    screen = current_screen()
    if not access.sees_screen(who.role, screen):
        refusal.draw_refusal(who.role, screen, who.lang)
        st.stop()
    return who


def look() -> Visitor:
    """Return who looks, whether or not they may see the page."""
    known = identity.now()
    chosen = tuple((name, st.query_params[name]) for name in FILTERS if name in st.query_params)
    place = identity.scope_of(known)
    is_staff = access.sees_unpublished(known.role)
    return Visitor(
        lang=language(),
        role=known.role,
        audience="staff" if is_staff else "public",
        as_of=_horizon() if is_staff else _published_at(_horizon()),
        filters=chosen,
        person=known.person,
        scope=known.scope,
        contests=_contests_of(place, _horizon()) if place and is_staff else None,
    )


def current_screen() -> str:
    """Return the address of the page that runs: in the frame as chosen, else of its own script."""
    if _PAGE_STATE in st.session_state:
        return str(st.session_state[_PAGE_STATE])
    context = get_script_run_ctx()
    return menus.address_of(context.main_script_path) if context else ""


def see_own(who: Visitor) -> Visitor | None:
    """Return the same visitor with an eye for the own entry as of now; null: no participant.

    The audience stays the public's: what is not published shows to no participant either.
    """
    if who.role != "participant":
        return None
    own = _own_of(who.scope)
    return dataclasses.replace(who, as_of=_horizon(), own=own) if own else None


def data_version(who: Visitor, contest_no: int | None = None) -> int:
    """Return the newest batch number now: what a board that refreshes reads as of.

    All boards that refresh within a fifth of a second share one look at the ledger. Whoever has
    been signed out meanwhile gets the page anew.

    Args:
        who: The visitor.
        contest_no: The contest that is shown: then the newest batch that concerns it. With 50
            juries at work each board is drawn anew when its own contest moves, not for all others.
    """
    if identity.now().role != who.role:
        st.rerun()
    head = max(_horizon(), _head_at(int(time.monotonic() * _LOOKS_A_SECOND)))
    if who.audience == "public":
        return _published_at(head)
    return head if contest_no is None else max(_head_of(contest_no, head), _head_of_all(head))


@lru_cache(maxsize=4)
def _head_at(tick: int) -> int:
    del tick
    return read_head(store())


@lru_cache(maxsize=512)
def _head_of(contest_no: int, head: int) -> int:
    return read_head_of(store(), contest_no, head=head)


@lru_cache(maxsize=4)
def _head_of_all(head: int) -> int:
    return read_head_of_all(store(), head=head)


@lru_cache(maxsize=4)
def _published_at(head: int) -> int:
    """Return the newest batch that changes what the public sees: one for all, marking or not."""
    del head
    return read_published(store()).version


@lru_cache(maxsize=256)
def _contests_of(place: access.Scope, head: int) -> tuple[int, ...]:
    del head
    return list_contests_of(store(), place)


@lru_cache(maxsize=256)
def _own_of(scope: access.Scope) -> tuple[int, int] | None:
    return find_own(store(), scope)


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
