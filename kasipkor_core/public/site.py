"""The whole public board of a version as files: what did not change since the last is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from kasipkor_core.i18n import LANGS
from kasipkor_core.public.assets import list_assets
from kasipkor_core.public.contest import Contest, write_contest
from kasipkor_core.public.frame import write_entrance
from kasipkor_core.public.kept import Kept, keep
from kasipkor_core.public.links import Links
from kasipkor_core.public.lists import write_lists
from kasipkor_core.public.shown import (
    Row,
    read_before,
    read_board,
    read_contests,
    read_days,
    read_honours,
    read_kits,
    read_regions,
    read_republished,
    read_teams,
    translate,
)
from kasipkor_core.store import Published, Store

Files = dict[str, Kept]


@dataclass(frozen=True)
class _Made:
    """A contest in one language, what it was made of, and its files."""

    row: Row
    renamed: int
    contest: Contest
    files: Files


_Contests = Mapping[tuple[str, int], _Made]


@dataclass(frozen=True)
class Site:
    """The public board of one version.

    Attributes:
        published: The version.
        files: Every file by its path below the root.
        made: Contests by language and number, with what they were made of.
    """

    published: Published
    files: Mapping[str, Kept]
    made: _Contests = field(repr=False)

    def list_shown(self, lang: str) -> list[Contest]:
        """Return the contests that have a board, in one language."""
        made = ((code, one) for (code, _), one in self.made.items())
        return [one.contest for code, one in made if code == lang and one.files]


def make_site(store: Store, published: Published, links: Links) -> Site:
    """Return the public board of a version; see ``renew_contests`` for what is passed."""
    return renew_lists(store, renew_contests(store, published, links, None), links)


def renew_contests(
    store: Store,
    published: Published,
    links: Links,
    last: Site | None,
    go_on: Callable[[], None] = lambda: None,
) -> Site:
    """Return the board of a version with its contests; lists and the rest are those of the last.

    A contest is read and written anew when its row changed, which has the number up to which it is
    published, or when a name was erased or shortened since.

    Args:
        store: The open ledger.
        published: The version.
        links: Where kits and open data lie.
        last: The board of an earlier version.
        go_on: Called before each contest; what it raises ends the work.
    """
    known = last.made if last else {}
    gone = {path for one in known.values() for path in one.files}
    files = {path: kept for path, kept in last.files.items() if path not in gone} if last else {}
    made = _make_contests(store, published, links, known, go_on)
    for one in made.values():
        files |= one.files
    return Site(published, files, made)


def _make_contests(
    store: Store, published: Published, links: Links, known: _Contests, go_on: Callable[[], None]
) -> _Contests:
    """Return all contests in all languages; of those known before what did not change."""
    anybody = published.reader(LANGS[0])  # these three have no language
    days, kits = read_days(store, anybody), read_kits(store, anybody)
    republished = read_republished(store, anybody)
    readers = {lang: published.reader(lang) for lang in LANGS}
    rows = {lang: read_contests(store, reader, days) for lang, reader in readers.items()}
    regions = {lang: read_regions(store, reader) for lang, reader in readers.items()}
    made: dict[tuple[str, int], _Made] = {}
    for of_contest in zip(*rows.values(), strict=True):
        go_on()
        row = of_contest[0]
        number = row["contest_no"]
        keys = {(lang, number): one for lang, one in zip(LANGS, of_contest, strict=True)}
        if all(_is_same(known.get(key), one, published) for key, one in keys.items()):
            made |= {key: known[key] for key in keys}
            continue
        before = read_before(store, row) if number in republished else {}
        board = read_board(store, row, anybody, before)
        for (lang, _), one in keys.items():
            translated = translate(board, lang, regions[lang])
            contest = Contest(one, translated, has_kit=number in kits, links=links)
            # a selection has no board, and no page
            new = _keep_all(write_contest(contest)) if board.rows else {}
            made[lang, number] = _Made(one, published.renamed, contest, new)
    return made


def _is_same(made: _Made | None, row: Row, published: Published) -> bool:
    return made is not None and (made.row, made.renamed) == (row, published.renamed)


def renew_lists(store: Store, site: Site, links: Links) -> Site:
    """Return a board with the lists that lead to its contests."""
    files = {**_keep_still()}
    for lang in LANGS:
        reader = site.published.reader(lang)
        honours, teams = read_honours(store, reader), read_teams(store, reader)
        files |= _keep_all(write_lists(site.list_shown(lang), honours, teams, links, lang))
    for one in site.made.values():
        files |= one.files
    return replace(site, files=files)


@cache
def _keep_still() -> Files:
    """Return what is the same in every version."""
    return _keep_all({"index.html": write_entrance().encode("utf-8"), **list_assets()})


def _keep_all(files: Mapping[str, bytes]) -> Files:
    return {path: keep(path, body) for path, body in files.items()}
