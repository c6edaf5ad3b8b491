"""``/check``: whether a paper holds, for anybody who has it; no sign-in, no script."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kasipkor_core import documents, words
from kasipkor_core.documents import Answer, phrases
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.documents.papers import Row
from kasipkor_core.documents.protocol import group_hash
from kasipkor_core.errors import NotFound
from kasipkor_core.i18n import format_date, mark, text
from kasipkor_core.store import Reader, Store, find_contest, read_published
from kasipkor_core.web.check_signed import write_attached
from kasipkor_core.web.plain import read_language, write_page

Cells = tuple[str, str]
_SHOWN = 40  # signs of an unknown number
_LONGEST = 2000  # signs of a typed number, code or address
_AFTER = 303
_TITLES = {
    "valid": mark("The document is valid"),
    "superseded": mark("The document no longer holds"),
    "revoked": mark("The document was taken back"),
    "erased": mark("It can no longer be told whether the document holds"),
    "forged": mark("The code is not of this document"),
    "unknown": mark("There is no such document"),
}
_BADGES = {
    "valid": ("✓", mark("Valid")),
    "superseded": ("◆", mark("Superseded")),
    "revoked": ("✕", mark("Revoked")),
    "erased": ("–", mark("Erased")),
    "forged": ("✕", mark("Do not trust this paper")),
    "unknown": ("?", mark("Not known")),
}
_REASONS = {  # since a known day, else
    "superseded": (
        mark("On {day} the result was changed: what this document states is not so any more."),
        mark("The result was changed: what this document states is not so any more."),
    ),
    "revoked": (
        mark("Whoever issued it took it back on {day}."),
        mark("Whoever issued it took it back."),
    ),
}
_STYLE = """
.badge{display:inline-block;padding:.125rem .75rem;border-radius:1rem;font-weight:700;
font-size:.875rem;background:var(--empty);color:var(--mute)}
.valid{background:var(--wash);color:var(--link);box-shadow:inset 0 0 0 1px var(--link)}
.superseded,.erased{background:var(--wait-wash);color:var(--wait-text)}
.revoked,.forged{background:var(--error-wash);color:var(--error-text)}
.holds{color:var(--mute)}
dl{margin:1.5rem 0;border-top:1px solid var(--line)}
dl div{display:grid;grid-template-columns:10rem 1fr;gap:0 1rem;padding:.5rem 0;
border-bottom:1px solid var(--line)}
dt{color:var(--mute)}
dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
small{display:block;color:var(--mute);font-size:.8125rem;line-height:1.4}
small span{display:inline-block}
.newer{font-weight:700}
.newer span{white-space:nowrap}
.way{display:inline-block;margin-right:1.5rem}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin:2rem 0 0;align-items:end}
label{flex:1 1 14rem;color:var(--mute);font-size:.875rem}
input{display:block;box-sizing:border-box;width:100%;margin-top:.25rem;font:inherit;
font-size:1rem;padding:.5rem .75rem;border-radius:.5rem;border:1px solid var(--line);
background:var(--wash);color:var(--ink)}
nav{border-top:1px solid var(--line);padding-top:1rem}
@media(max-width:480px){dl div{grid-template-columns:1fr}dt{font-size:.875rem}}
"""


def list_check_routes(store: Store) -> list[Route]:
    """Return the addresses of the check: the form, and a page a number."""
    return [
        Route("/check", show_form, methods=["GET"]),
        Route("/check/{number}", make_check(store), methods=["GET"]),
    ]


def show_form(request: Request) -> Response:
    """Ask for a number; whoever has typed one is led to its page."""
    lang = read_language(request)
    number, code = documents.split_link(request.query_params.get("number", "")[:_LONGEST])
    if number:
        code = f"{quote(code, safe='~=%&-_.')}&" if code else ""
        where = f"check/{quote(number)}?{code}lang={lang}"
        return RedirectResponse(where, status_code=_AFTER)
    return write_page(
        text("Check a document", lang),
        text(
            "Type the number that is printed below the QR code of a protocol, diploma or "
            "certificate.",
            lang,
        ),
        lang=lang,
        below=_write_form("check", lang),
        style=_STYLE,
    )


def make_check(store: Store) -> Callable[[Request], Response]:
    """Return the answer about one number."""

    def answer(request: Request) -> Response:
        lang = read_language(request)
        query = request.url.query[:_LONGEST]
        number, code = documents.split_link(f"{request.path_params['number']}?{query}")
        found = documents.check_number(store, f"{number}?{code or ''}")
        state = _name_state(found)
        return write_page(
            text(_TITLES[state], lang),
            *_list_sentences(state, found, lang),
            lang=lang,
            status=200 if found else 404,
            above=_write_badge(state, lang),
            below=_write_answer(store, found, number, lang) + _write_form("../check", lang),
            style=_STYLE,
            root="../",
            keep=code or "",
        )

    return answer


def _name_state(found: Answer | None) -> str:
    """Return what the page says first: that somebody is being deceived goes before all else."""
    if found and (found.code == "forged" or found.is_signed is False):
        return "forged"
    return _name_status(found)


def _name_status(found: Answer | None) -> str:
    if found is None:
        return "unknown"
    if found.is_signed is None and found.status == "superseded":
        return "erased"
    return found.status


def _list_sentences(state: str, found: Answer | None, lang: str) -> list[str]:
    if found is None:
        return [
            text(
                "Compare each letter and figure with the paper. If they are the same, we did not "
                "issue it.",
                lang,
            )
        ]
    if state == "erased":
        return [text(documents.ERASED, lang)]
    if state == "forged":
        return [text(documents.FORGED if found.code == "forged" else documents.UNSIGNED, lang)]
    if state not in _REASONS:
        return [text("We issued it, and what it states is what the result says.", lang)]
    dated, undated = _REASONS[state]
    day = _write_day(found.changed_on, lang)
    return [text(dated, lang, day=day) if day else text(undated, lang)]


def _write_badge(state: str, lang: str) -> str:
    sign, word = _BADGES[state]
    return f'<span class="badge {state}">{sign} {escape(text(word, lang))}</span>'


def _write_answer(store: Store, found: Answer | None, number: str, lang: str) -> str:
    printed = documents.spread_number(number[:_SHOWN])
    rows = [(text("Number", lang), f"<code>{escape(printed)}</code>")]
    if found is None:
        return _write_rows(rows)
    rows += _describe(store, found, lang)
    parts = (_write_code(found, lang), _write_newer(found, lang), _write_rows(rows))
    signed = "".join(write_attached(one, lang) for one in found.attached)
    return "".join(parts) + signed + _link_result(store, found, lang)


def _write_code(found: Answer, lang: str) -> str:
    if found.code != "holds":
        return ""
    said = text("The code on the paper is the one we signed.", lang)
    return f'<p class="holds">{escape(said)}</p>'


def _write_newer(found: Answer, lang: str) -> str:
    if found.newer is None:
        return ""
    number = documents.spread_number(found.newer)
    said = escape(text("Valid in its place: {number}", lang, number=number))
    said = said.replace(number, f"<span>{number}</span>")
    return f'<p class="newer"><a href="{found.newer}?lang={lang}">{said}</a></p>'


def _describe(store: Store, found: Answer, lang: str) -> list[Cells]:
    """Return what the paper states, as far as the public sees it; label and HTML."""
    then = Reader(as_of=found.batch_no, lang=lang)
    contest_no = find_contest(store, found.contest, then)
    (contest,) = read_rows(store, "paper_contest", then, contest_no=contest_no)
    return [
        *_describe_status(found, lang),
        (text("Document", lang), escape(phrases.title(found.kind, lang))),
        (text("Contest", lang), _write_contest(contest, lang)),
        *_describe_holder(store, found, contest_no, lang),
        (text("Issued", lang), escape(_write_day(found.issued_on, lang))),
        (
            text("Ledger batch", lang),
            f"{found.stated_batch_no}<small>SHA-256 {group_hash(found.head_sha256)}</small>",
        ),
    ]


def _describe_status(found: Answer, lang: str) -> list[Cells]:
    """Return the state of the number, where the badge says something else."""
    status = _name_status(found)
    if status == _name_state(found):
        return []
    return [(text("State", lang), escape(text(_BADGES[status][1], lang)))]


def _link_result(store: Store, found: Answer, lang: str) -> str:
    """Return the ways to the published result, and to counting it again."""
    try:
        find_contest(store, found.contest, read_published(store).reader(lang))
    except NotFound:
        return ""
    contest = quote(found.contest)
    links = (
        (f"../live?contest={contest}&amp;lang={lang}", text("The published result", lang)),
        (f"../api/v1/kits/{contest}", text("Recount it yourself (ZIP)", lang)),
    )
    return "".join(f'<a class="way" href="{to}">{escape(said)}</a>' for to, said in links)


def _write_contest(contest: Row, lang: str) -> str:
    parts = phrases.contest_about(contest, lang).split(" · ")
    about = " · ".join(f"<span>{escape(part)}</span>" for part in parts)
    return f"{escape(words.unit_title(contest, lang))}<small>{about}</small>"


def _describe_holder(store: Store, found: Answer, contest_no: int, lang: str) -> list[Cells]:
    """Return name and award where the published board says them too, and no others.

    The name is written as the public reads it; whether the paper says the same is asked with the
    eyes of its holder.
    """
    if found.entry is None:
        return []
    public = read_published(store).reader(lang)
    asked: dict[str, int | str] = {"contest_no": contest_no, "entry": found.entry}
    board = read_rows(store, "public_entry", public, **asked)
    if not board:
        return []
    holder = replace(public, own=(contest_no, board[0]["entry_no"]))
    (known,) = read_rows(store, "public_entry", holder, **asked)
    return [
        (label, escape(said))
        for label, said, is_public in (
            (text("Holder", lang), board[0]["name"], found.name == known["name"]),
            (text("Award", lang), phrases.award(found.award, lang), found.award == known["award"]),
        )
        if said and is_public
    ]


def _write_day(day: str | None, lang: str) -> str:
    return format_date(dt.date.fromisoformat(day), lang, year=True) if day else ""


def _write_rows(rows: Iterable[Cells]) -> str:
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{said}</dd></div>" for name, said in rows)
    return f"<dl>{cells}</dl>"


def _write_form(address: str, lang: str) -> str:
    return (
        f'<form action="{address}"><input type="hidden" name="lang" value="{lang}">'
        f"<label>{escape(text('Number of the document', lang))}"
        '<input name="number" required maxlength="2000" autocomplete="off" '
        'autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX-XXXX"></label>'
        f"<button>{escape(text('Check', lang))}</button></form>"
    )
