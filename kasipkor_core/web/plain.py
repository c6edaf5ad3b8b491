"""Small pages of our own, outside Streamlit: a title, sentences, and at most a few buttons."""

import dataclasses
from base64 import b64encode
from functools import cache
from html import escape
from typing import get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse

from kasipkor_core import house, words
from kasipkor_core.palette import write_values
from kasipkor_core.settings import Lang

_NEVER = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
_STYLE = """
@font-face{font-family:"Noto Sans";src:url(ROOTapp/static/NotoSans-Regular-kkruen.ttf);
font-weight:400;font-display:swap}
@font-face{font-family:"Noto Sans";src:url(ROOTapp/static/NotoSans-Bold-kkruen.ttf);
font-weight:700;font-display:swap}
@font-face{font-family:"Kasipkor Signs";src:url(ROOTapp/static/KasipkorSigns.woff2);
font-weight:400 700}
body{margin:0;border-top:3px solid #00AFCA;background:var(--page);color:var(--ink);
font:1rem/1.5 "Noto Sans","Kasipkor Signs",sans-serif}
main{max-width:34rem;margin:1.25rem auto 0;padding:0 1rem 3rem}
.logo img{display:block;height:2rem;margin-bottom:7vh}
h1{font-size:1.75rem;line-height:1.25;margin:.75rem 0 .5rem;text-wrap:balance}
p{margin:.5rem 0 1rem}
nav{margin-top:2.5rem}
nav a{margin-right:1rem}
a{color:var(--link)}
form{display:inline-block;margin:.5rem .75rem .5rem 0}
button{font:inherit;padding:.5rem 1rem;border-radius:.5rem;border:1px solid var(--line);
background:var(--page);color:var(--ink);cursor:pointer}
button.main{background:var(--link);border-color:var(--link);color:var(--page)}
a:focus-visible,button:focus-visible,input:focus-visible{
outline:3px solid var(--sky);outline-offset:2px}
"""


@cache
def _read_mark() -> str:
    """Return our mark as an address that asks for nothing: these pages lie at any depth."""
    mark = (house.ROOT / "static" / "mark.svg").read_bytes()
    return f"data:image/svg+xml;base64,{b64encode(mark).decode()}"


@dataclasses.dataclass(frozen=True)
class Button:
    """A button that posts to an address.

    Attributes:
        label: What it does.
        address: Where it posts to, relative to the page.
        is_main: The one that most people want.
    """

    label: str
    address: str
    is_main: bool = False


def find_root(request: Request) -> str:
    """Return the way up from an address to the overview; relative, for a proxy may stand before."""
    path: str = request.scope["path"]
    return "../" * (path.count("/") - 1)


def read_language(request: Request) -> Lang:
    """Return the language of the address, else Kazakh."""
    asked = request.query_params.get("lang", "")
    return next((lang for lang in get_args(Lang) if lang == asked), "kk")


def write_page(
    title: str,
    *sentences: str,
    lang: str,
    buttons: tuple[Button, ...] = (),
    status: int = 200,
    above: str = "",
    below: str = "",
    style: str = "",
    keep: str = "",
    root: str = "",
) -> HTMLResponse:
    """Return a page that no one keeps and that tells no other site its address.

    Args:
        title: What it says.
        sentences: Paragraphs.
        lang: Language.
        buttons: What can be done.
        status: HTTP status.
        above: HTML before the title.
        below: HTML after the buttons.
        style: Rules of a page of its own.
        keep: What the address says beside the language.
        root: The way up to the overview, as ``../``; empty for a page beside it.
    """
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    posts = "".join(
        f'<form method="post" action="{escape(button.address)}">'
        f"<button{' class=main' if button.is_main else ''}>{escape(button.label)}</button></form>"
        for button in buttons
    )
    rest = escape(f"{keep}&" if keep else "")
    others = "".join(
        f'<a href="?{rest}lang={code}" lang="{code}">{name}</a>'
        for code, name in words.LANGUAGES.items()
        if code != lang
    )
    light, dark = write_values("light", "--"), write_values("dark", "--")
    look = _STYLE.replace("ROOT", root) + style
    body = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><link rel="icon" href="{_read_mark()}">'
        f"<title>{escape(title)} · Кәсіпқор</title>"
        f"<style>:root{{{light}}}@media(prefers-color-scheme:dark)"
        f"{{:root{{{dark}}}}}{look}</style></head><body><main>{_write_logo(root, lang)}{above}"
        f"<h1>{escape(title)}</h1>{said}{posts}{below}<nav>{others}</nav></main></body></html>"
    )
    return HTMLResponse(body, status_code=status, headers=_NEVER)


def _write_logo(root: str, lang: str) -> str:
    return (
        f'<a class="logo" href="{root or "./"}?lang={lang}"><picture>'
        f'<source srcset="{root}app/static/logo-dark.svg" media="(prefers-color-scheme:dark)">'
        f'<img src="{root}app/static/logo-light.svg" alt="Кәсіпқор"></picture></a>'
    )
