"""Tables of what an act would change, one for each kind of change."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from html import escape
from typing import NamedTuple

from kasipkor_core import documents, words
from kasipkor_core.documents import phrases
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.store import Difference
from kasipkor_core.ui import reads
from kasipkor_core.ui.board import render_pill

Cells = list[tuple[str, str]]
_NONE = "–"
_TITLES = {"place": mark("Place"), "award": mark("Award"), "total": mark("Points")}
_RESULTS = tuple(_TITLES)
_SEATS = words.CANDIDATES | {"replacement": mark("Replacement"), "given_up": mark("Given up")}
_STANDINGS = {
    "listed": mark("On the list"),
    "entitled": mark("May go on"),
    "stray": mark("On the list without the right"),
}
_PAPERS = {
    "valid": mark("Valid"),
    "superseded": mark("Superseded"),
    "revoked": mark("Revoked"),
}


class Names(NamedTuple):
    """What things are called: the language, and the contests by id."""

    lang: str
    contests: Mapping[str, str]

    def contest(self, code: str | None) -> str:
        """Return what a contest is called; one that is not in the list is called by its id."""
        return self.contests.get(code or "", code or _NONE)


class Shown(NamedTuple):
    """One kind of change as a table: columns, cells, and what each row is about."""

    columns: list[tuple[str, str]]
    body: list[Cells]
    about: list[Difference]


def _results(rows: list[Difference], names: Names) -> Shown:
    """Return places, awards and points: one row an entry, in the new order."""
    lang = names.lang
    entries: dict[tuple[str, str], dict[str, Difference]] = {}
    for one in rows:
        entries.setdefault((one.contest or "", one.entry or ""), {})[one.field] = one
    ordered = sorted(entries.values(), key=_order)
    known = [name for name in _RESULTS if any(name in entry for entry in ordered)]
    heads = [next(iter(entry.values())) for entry in ordered]
    titles = {name: text(word, lang) for name, word in _TITLES.items()}
    columns = [
        ("name", text("Participant", lang)),
        *(("from", titles[name]) for name in known),
        ("region", text("Region", lang)),
    ]
    body: list[Cells] = [
        [
            ("name", _who(head, lang)),
            *(("from", _value(entry.get(name), lang)) for name in known),
            ("region", escape(reads.region_name(head.region, lang))),
        ]
        for head, entry in zip(heads, ordered, strict=True)
    ]
    return Shown(columns, body, heads)


def _order(entry: dict[str, Difference]) -> tuple[str, bool, int, str]:
    """Order by contest and the new place; those who keep theirs come last."""
    one, place = next(iter(entry.values())), entry.get("place")
    number = int(place.after or place.before or 0) if place else 0
    return one.contest or "", place is None, number, one.entry or ""


def _value(one: Difference | None, lang: str) -> str:
    if one is None:
        return ""
    if one.field == "award":
        return _change(render_pill(one.before, lang), render_pill(one.after, lang))
    if one.field == "total":
        return _change(_points(one.before, lang), f"<b>{_points(one.after, lang)}</b>")
    return _change(one.before or "", f"<b>{one.after or _NONE}</b>")


def _points(points: str | None, lang: str) -> str:
    return format_number(Decimal(points), lang, 2) if points else _NONE


def _change(before: str, after: str) -> str:
    return f"{before or _NONE} → {after or _NONE}"


def _seats(rows: list[Difference], names: Names) -> Shown:
    lang = names.lang
    columns = [
        ("name", text("Participant", lang)),
        ("from", text("Seat", lang)),
        ("region", text("Region", lang)),
    ]
    body: list[Cells] = [
        [
            ("name", _who(one, lang)),
            ("from", _states(one, _SEATS, lang)),
            ("region", escape(reads.region_name(one.region, lang))),
        ]
        for one in rows
    ]
    return Shown(columns, body, rows)


def _start_lists(rows: list[Difference], names: Names) -> Shown:
    lang = names.lang
    columns = [
        ("name", text("Participant", lang)),
        ("from", text("Start list", lang)),
        ("to", text("Of the contest", lang)),
        ("number", text("Number", lang)),
    ]
    body: list[Cells] = [
        [
            ("name", _who(one, lang)),
            ("from", _states(one, _STANDINGS, lang)),
            ("to", escape(names.contest(one.what))),
            ("number", escape(one.number or _NONE)),
        ]
        for one in rows
    ]
    return Shown(columns, body, rows)


def _papers(rows: list[Difference], names: Names) -> Shown:
    lang = names.lang
    columns = [
        ("name", text("Holder", lang)),
        ("kind", text("Document", lang)),
        ("from", text("State", lang)),
        ("number", text("Number", lang)),
    ]
    body: list[Cells] = [
        [
            ("name", _who(one, lang)),
            ("kind", escape(phrases.title(one.what or "", lang))),
            ("from", _states(one, _PAPERS, lang)),
            ("number", f"<code>{escape(documents.spread_number(one.number or ''))}</code>"),
        ]
        for one in rows
    ]
    return Shown(columns, body, rows)


def _signatures(rows: list[Difference], names: Names) -> Shown:
    lang = names.lang
    states = {"signed": mark("Signed")}
    columns = [("from", text("Signature", lang))]
    body: list[Cells] = [[("from", _states(one, states, lang, none=mark("Void")))] for one in rows]
    return Shown(columns, body, rows)


def _names(rows: list[Difference], names: Names) -> Shown:
    """Return how the public reads names; what is not short it reads in full."""
    lang = names.lang
    columns = [("name", text("Participant", lang)), ("from", text("In public", lang))]
    body: list[Cells] = [
        [
            ("name", _who(one, lang)),
            (
                "from",
                _change(
                    escape(one.before or one.name or ""),
                    f"<b>{escape(one.after or one.name or '')}</b>",
                ),
            ),
        ]
        for one in rows
    ]
    return Shown(columns, body, rows)


def _who(one: Difference, lang: str) -> str:
    return escape(one.name or one.entry or text("The contest", lang))


def _states(one: Difference, names: Mapping[str, str], lang: str, *, none: str = _NONE) -> str:
    before = text(names[one.before], lang) if one.before else text(none, lang)
    after = text(names[one.after], lang) if one.after else text(none, lang)
    return f"{escape(before)} → <b>{escape(after)}</b>"


class Kind(NamedTuple):
    """A kind of change: its fields, its title, how its rows are shown."""

    fields: tuple[str, ...]
    title: str
    show: Callable[[list[Difference], Names], Shown]


KINDS = {
    "results": Kind(_RESULTS, mark("Places, awards and points"), _results),
    "seats": Kind(("seat",), mark("Quota seats"), _seats),
    "start_lists": Kind(("start_list",), mark("Start lists of the next level"), _start_lists),
    "papers": Kind(("document",), mark("Issued documents"), _papers),
    "signatures": Kind(("signature",), mark("Signatures"), _signatures),
    "names": Kind(("name",), mark("Names in public"), _names),
}
