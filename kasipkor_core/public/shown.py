"""What the public board shows, read with the public's eyes at one version."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pyarrow as pa

from kasipkor_core import access, house
from kasipkor_core.store import Reader, Store, query
from kasipkor_core.ui.board import Board

Row = dict[str, Any]
Places = dict[str, int | None]
_NO_DAYS: Row = {"published_at": None, "closes_on": None}


def read_contests(store: Store, reader: Reader, days: Mapping[int, Row]) -> list[Row]:
    """Return all contests that the public sees: ``sql/public/contests.sql`` with their days.

    Args:
        store: The open ledger.
        reader: The public's eyes.
        days: What ``read_days`` gave: joined in SQL they would be planned for each language.
    """
    rows = query(store, _read("public", "contests"), reader).to_pylist()
    return [row | days.get(row["contest_no"], _NO_DAYS) for row in rows]


def read_days(store: Store, reader: Reader) -> dict[int, Row]:
    """Return by contest when it was published and until when appeals can be lodged."""
    rows = query(store, _read("reads", "appeal_windows"), reader).to_pylist()
    return {row["contest_no"]: {name: row[name] for name in _NO_DAYS} for row in rows}


def read_kits(store: Store, reader: Reader) -> frozenset[int]:
    """Return the numbers of the contests that have a recount kit."""
    return _read_numbers(store, "kits", reader)


def read_republished(store: Store, reader: Reader) -> frozenset[int]:
    """Return the numbers of the contests that were published more than once."""
    return _read_numbers(store, "republished", reader)


def _read_numbers(store: Store, name: str, reader: Reader) -> frozenset[int]:
    rows = query(store, _read("public", name), reader).to_pylist()
    return frozenset(row["contest_no"] for row in rows)


def read_honours(store: Store, reader: Reader) -> list[Row]:
    """Return the rows of ``mart.honours``."""
    return query(store, _read("reads", "honours"), reader).to_pylist()


def read_teams(store: Store, reader: Reader) -> pa.Table:
    """Return ``mart.teams``."""
    return query(store, _read("reads", "teams"), reader)


def read_before(store: Store, contest: Row) -> Places:
    """Return the places by entry in the publication before the one in force."""
    newest = contest["updated_batch_no"]
    if not newest or contest["is_archive"]:
        return {}
    earlier = Reader(as_of=newest - 1, audience="public")
    return {row["entry"]: row["place"] for row in _read_rows(store, contest, earlier)}


def read_board(store: Store, contest: Row, reader: Reader, before: Places) -> Board:
    """Return the board of a contest, with the movement since ``before``."""
    return Board(
        rows=_read_rows(store, contest, reader),
        before=before,
        lang=reader.lang,
        is_final=contest["is_final"],
        hides_places=not access.sees_places(
            "public",
            is_final=contest["is_final"],
            shown_while_marking=contest["show_places_while_marking"],
        ),
        is_past=True,
    )


def read_regions(store: Store, reader: Reader) -> dict[str, str]:
    """Return the short names of regions by code, in the reader's language."""
    rows = query(store, _read("public", "regions"), reader).to_pylist()
    return {row["region"]: row["name"] for row in rows}


def translate(board: Board, lang: str, regions: Mapping[str, str]) -> Board:
    """Return a board in another language: nothing but the names of regions has one."""
    rows = [row | {"region_name": regions.get(row["region"], row["region"])} for row in board.rows]
    return replace(board, rows=rows, lang=lang)


def _read_rows(store: Store, contest: Row, reader: Reader) -> list[Row]:
    sql = _read("reads", "leaderboard")
    return query(store, sql, reader, contest_no=contest["contest_no"]).to_pylist()


@cache
def _read(folder: str, name: str) -> str:
    return (house.SQL / folder / f"{name}.sql").read_text(encoding="utf-8")
