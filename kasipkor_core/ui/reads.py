"""Cached reads: pyarrow tables by data version, audience and language, shared by all visitors.

The horizon is part of every key, so nothing is ever stale; old versions fall out by number.
"""

import csv
import dataclasses
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import house
from kasipkor_core.store import narrow, query
from kasipkor_core.ui import session
from kasipkor_core.ui.session import Eyes, Visitor

_ABREAST = 2


def read(name: str, who: Visitor, **params: int | str) -> pa.Table:
    """Return one of the screens' tables as the visitor may see it.

    Args:
        name: A file of ``sql/reads``.
        who: The visitor; role and horizon decide what is seen.
        params: Bound values, as ``contest_no``.
    """
    return _read(name, who.eyes(), tuple(sorted(params.items())))


@st.cache_resource(max_entries=512, show_spinner=False)
def _read(name: str, eyes: Eyes, params: tuple[tuple[str, int | str], ...]) -> pa.Table:
    reader = session.see_with(eyes).reader()
    return query(session.store(), _question(name), reader, **dict(params))


def list_contests(who: Visitor) -> tuple[dict[str, Any], ...]:
    """Return the rows of ``mart.contests`` as the visitor may see them; all visitors share them.

    Every screen asks for them several times: the rows of a national season take 25 ms to make.
    """
    return _list_contests(who.eyes())


@st.cache_resource(max_entries=16, show_spinner=False)
def _list_contests(eyes: Eyes) -> tuple[dict[str, Any], ...]:
    return tuple(read("contests", session.see_with(eyes)).to_pylist())


def read_event(
    name: str,
    who: Visitor,
    *,
    season: int,
    programme: str | None = None,
    level: str | None = None,
    **params: int | str,
) -> pa.Table:
    """Return one of the screens' tables about one event, as ``read``; null: all of the season."""
    event = {"season": season, "programme": programme, "level": level}
    return _read_event(name, who.eyes(), tuple(event.items()), tuple(sorted(params.items())))


@st.cache_resource(max_entries=128, show_spinner=False)
def _read_event(
    name: str,
    eyes: Eyes,
    event: tuple[tuple[str, Any], ...],
    params: tuple[tuple[str, Any], ...],
) -> pa.Table:
    store, known = session.store(), dict(event)
    reader = narrow(store, session.see_with(eyes).reader(), **known)
    return query(store, _question(name), reader, **known, **dict(params))


def read_beside(names: Iterable[str], who: Visitor, **params: int | str) -> dict[str, pa.Table]:
    """Return several of the screens' tables, asked two at a time, by name; as ``read``."""
    return _read_beside(tuple(names), who.eyes(), tuple(sorted(params.items())))


@st.cache_resource(max_entries=128, show_spinner=False)
def _read_beside(
    names: tuple[str, ...], eyes: Eyes, params: tuple[tuple[str, int | str], ...]
) -> dict[str, pa.Table]:
    store, reader = session.store(), session.see_with(eyes).reader()

    def ask(name: str) -> pa.Table:
        return query(store, _question(name), reader, **dict(params))

    with ThreadPoolExecutor(_ABREAST) as pool:  # planning one question takes one core
        return dict(zip(names, pool.map(ask, names), strict=True))


@cache
def _question(name: str) -> str:
    return (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")


def at_version(who: Visitor, version: int) -> Visitor:
    """Return the same visitor at another horizon."""
    return dataclasses.replace(who, as_of=version)


@cache
def region_names(lang: str) -> dict[str, str]:
    """Return the short names of the regions by ISO code, in the alphabet's order of the file."""
    path = house.DATA / "reference" / "regions.csv"
    with path.open(encoding="utf-8") as file:
        return {
            row["iso_code"]: row[f"short_{lang}"]
            for row in csv.DictReader(file)
            if not row["valid_to"]
        }


def region_name(code: str | None, lang: str) -> str:
    """Return the short name of a region; a foreign team keeps its code."""
    return region_names(lang).get(code, code) if code else ""


@cache
def industry_names(lang: str) -> dict[str, str]:
    """Return the fields of work of Best Professionals by code, in the order of the file (BP-02)."""
    path = house.DATA / "reference" / "industries.csv"
    with path.open(encoding="utf-8") as file:
        return {
            row["code"]: row[f"name_{lang}"]
            for row in csv.DictReader(file)
            if row["scheme"] == "best_professionals_kz"
        }
