"""The frame of every page of the public board: head, languages, links, foot; no data."""

from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from kasipkor_core import words
from kasipkor_core.i18n import LANGS, text
from kasipkor_core.public import assets

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_NAME = "Кәсіпқор"


@dataclass(frozen=True)
class Place:
    """Where a page lies below the root of the public board.

    Attributes:
        lang: kk, ru or en: its first folder.
        rest: The path inside that folder.
    """

    lang: str
    rest: str

    @property
    def path(self) -> str:
        """Return the path from the root."""
        return f"{self.lang}/{self.rest}"

    def root(self) -> str:
        """Return how the root is reached from the page."""
        return "../" * self.path.count("/")

    def to(self, path: str) -> str:
        """Return the link from the page to a path, as it stands in HTML."""
        return escape(self.root() + quote(path))

    def beside(self, rest: str) -> str:
        """Return the link to a page of the same language."""
        return self.to(f"{self.lang}/{rest}")


@dataclass(frozen=True)
class Page:
    """What stands on a page.

    Attributes:
        place: Where it lies.
        title: What it is called, as text.
        main: What it says, as HTML.
        foot: Sentences of its foot, as HTML.
        kind: ``board``; ``embed`` for other sites: without head and foot; ``hall``: bare.
        policy: What the page may load and run.
    """

    place: Place
    title: str
    main: str
    foot: tuple[str, ...] = ()
    kind: str = "board"
    policy: str = POLICY


def write_page(page: Page) -> str:
    """Return a page as HTML."""
    lang, is_whole = page.place.lang, page.kind == "board"
    head = _write_head(page.place) if is_whole else ""
    sentences = "".join(f"<p>{sentence}</p>" for sentence in page.foot)
    foot = f'<footer class="p-foot">{sentences}</footer>' if is_whole else ""
    named = f"{escape(page.title)} · {_NAME}"
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{page.policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{named}</title>"
        f'<link rel="icon" href="{page.place.to("assets/mark.svg")}">'
        f'<link rel="stylesheet" href="{page.place.to(assets.find_style())}">'
        f'<script src="{page.place.to(assets.find_script())}" defer></script></head>'
        f'<body class="p-{page.kind}">{head}<main class="p-main">{page.main}</main>{foot}'
        "</body></html>\n"
    )


def _write_head(place: Place) -> str:
    others = "".join(
        f'<b lang="{lang}" aria-current="page">{name}</b>'
        if lang == place.lang
        else f'<a lang="{lang}" hreflang="{lang}" href="{place.to(f"{lang}/{place.rest}")}">'
        f"{name}</a>"
        for lang, name in words.LANGUAGES.items()
    )
    home = place.beside("index.html")
    said = escape(text("Language", place.lang))
    return (
        f'<header class="p-top"><a href="{home}"><picture>'
        f'<source srcset="{place.to("assets/logo-dark.svg")}"'
        ' media="screen and (prefers-color-scheme: dark)">'
        f'<img src="{place.to("assets/logo-light.svg")}" alt="{_NAME}" height="32"></picture></a>'
        f'<nav aria-label="{said}">{others}</nav></header>'
    )


def write_entrance() -> str:
    """Return the page of the root: it leads to Kazakh, and names the languages there are."""
    links = "".join(
        f'<li><a lang="{lang}" href="{lang}/index.html">{words.LANGUAGES[lang]}</a></li>'
        for lang in LANGS
    )
    return (
        '<!doctype html>\n<html lang="kk"><head><meta charset="utf-8">'
        '<meta http-equiv="refresh" content="0; url=kk/index.html">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>{_NAME}</title><link rel="stylesheet" href="{assets.find_style()}"></head>'
        f'<body><main class="p-main"><h1>{_NAME}</h1><ul>{links}</ul></main></body></html>\n'
    )
