"""The public board as a folder, with the data files, for any web server."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kasipkor_core import documents
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import LANGS
from kasipkor_core.public.changes import leave_same
from kasipkor_core.public.engine import read_engine
from kasipkor_core.public.links import IN_FOLDER, QUERY, name_file
from kasipkor_core.public.query import write_query
from kasipkor_core.public.site import Site, make_site
from kasipkor_core.store import Store, read_published

_MARK = ".kasipkor"  # in a folder that is ours to empty


def export_site(
    store: Store, folder: Path, *, engine: Path | None = None, changed: Path | None = None
) -> Site:
    """Write the whole public board with recount kits and open data into a folder.

    It is written beside the folder and put in its place at once: a server of files never shows
    half of it, and what is no longer published is gone. Files that did not change keep their time,
    so that rsync carries only the others.

    Args:
        store: The open ledger.
        folder: Made when missing; one that holds anything must be an earlier export.
        engine: What ``.ci/query.py`` fetched, for a page on which readers ask the open data in
            SQL; null: no such page.
        changed: A zip to write with what changed against the earlier export; null: none.

    Raises:
        Refused: the folder holds something else, the zip is there already, or the engine is not
            the pinned one.
    """
    database = read_engine(engine) if engine else {}
    _refuse_foreign(folder, changed)
    links = replace(IN_FOLDER, query=QUERY) if database else IN_FOLDER
    site = make_site(store, read_published(store), links)
    draft = folder.with_name(f".{folder.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    _write(draft / _MARK, str(site.published.version).encode())
    for path, kept in site.files.items():
        _write(draft / path, kept.body)
    for path, body in _gather_data(store, site, database):
        _write(draft / path, body)
    leave_same(draft, folder, changed=changed)
    _exchange(draft, folder)
    return site


def _refuse_foreign(folder: Path, changed: Path | None) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise Refused(
            "{folder} holds something that is no earlier export. Name an empty folder or a new "
            "one.",
            folder=folder,
        )
    if changed is not None and changed.exists():
        raise Refused("{path} exists already. Name another file.", path=changed)


def _gather_data(
    store: Store, site: Site, engine: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield recount kits, open data and the page of questions by path, one after the other."""
    published, shown = site.published, site.list_shown(LANGS[0])
    for one in shown:
        if one.has_kit:
            contest = one.row["contest"]
            kit = documents.write_kit(store, contest, published.reader(LANGS[0]))
            yield IN_FOLDER.kits.format(file=name_file(contest)), kit
    seasons = sorted({one.row["season"] for one in shown})
    for season in seasons:
        for lang in LANGS:
            package = documents.write_open_data(store, season, published, lang)
            yield IN_FOLDER.data.format(season=season, lang=lang), package
    if engine and seasons:
        yield from write_query(store, published, seasons, engine)


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def _exchange(draft: Path, folder: Path) -> None:
    former = folder.with_name(f".{folder.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    if folder.exists():
        folder.rename(former)
    draft.rename(folder)
    shutil.rmtree(former, ignore_errors=True)
