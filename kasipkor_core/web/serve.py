"""The server: the dashboard in one process with the ledger it has opened."""

import gc
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import uvicorn
from streamlit import delta_generator
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap
from streamlit.web.server.starlette.starlette_server import _get_uvicorn_config_kwargs
from uvicorn.config import LOGGING_CONFIG

from kasipkor_core import charts, house, ui
from kasipkor_core.i18n import LANGS, text
from kasipkor_core.loading import loading
from kasipkor_core.settings import HERE, is_here, read_settings
from kasipkor_core.store import (
    Identity,
    Rehearsal,
    Store,
    has_administrator,
    load_demo,
    make_invite,
    open_store,
    take_back_invites,
)
from kasipkor_core.ui import identity
from kasipkor_core.web.logs import write_json
from kasipkor_core.web.memory import give_back
from kasipkor_core.web.ports import allow_many, listen, name_address
from kasipkor_core.web.postman import Postman
from kasipkor_core.web.provider import read_providers
from kasipkor_core.web.publisher import Publisher
from kasipkor_core.web.rehearsal import Robot
from kasipkor_core.web.rounds import Rounds
from kasipkor_core.web.site import make_site
from kasipkor_core.web.tidier import Tidier
from kasipkor_core.web.watch import Watch

_COLLECT_AFTER = (2_000, 20, 20)  # young, middle, old; by itself Python says 700, 10, 10
_SWITCH_AFTER = 0.001  # seconds that a thread may go on while another waits; 0.005 by itself
_STOPS_WITHIN = 10  # seconds that open answers have to finish
_ENDINGS = (signal.SIGTERM, signal.SIGINT)


def serve_dashboard(store: Store, *, port: int, host: str = HERE) -> None:
    """Load the demo season into an empty ledger, then open the port.

    Args:
        store: The open ledger; closed at the end.
        port: Port to listen on.
        host: Address to listen on; ``localhost`` is this computer only.

    Raises:
        Refused: the port is taken.
    """
    with _closing(store):
        load_demo(store)
        _serve(store, (Watch(store), Postman(store), Tidier(store)), host=host, port=port)


def serve_rehearsal(
    database: Path, rehearsal: Rehearsal, *, speed: float, port: int, host: str = HERE
) -> None:
    """Open a copy and give it the sheets of a rehearsal; no mail is sent, no backup made.

    Args:
        database: The copy that ``prepare_rehearsal`` wrote.
        rehearsal: What it returned.
        speed: Seconds of the event in one second.
        port: Port to listen on.
        host: Address to listen on.

    Raises:
        Held: another process has the copy open.
        Refused: the port is taken.
    """
    with _closing(open_store(database)) as store:
        robot = Robot(store, rehearsal, speed=speed)
        robot.prepare()
        ui.rehearse()
        _serve(store, (robot,), host=host, port=port)


@contextmanager
def _closing(store: Store) -> Iterator[Store]:
    """Close the ledger after a block; a sheet that is being written is written whole."""
    if read_settings().logs_json:
        write_json()
    give_back(store)
    try:
        _settle()
        yield store
    finally:
        with store.append_lock:
            store.close()


def _serve(store: Store, others: Iterable[Rounds], *, host: str, port: int) -> None:
    publisher = Publisher(store)
    threads = (*others, publisher)
    try:
        ui.use_store(store, asks_sign_in=not is_here(host))
        for each in threads:
            each.start()
        _run(store, publisher, host, port)
    finally:
        for each in threads:
            each.end()


def _settle() -> None:
    """Let nothing stop all screens for long: neither a collection of garbage nor one busy thread.

    A full collection took 130 ms with 200 screens, most of it in walking over libraries that never
    become garbage; a young one of 20,000 objects took 60 ms. And the loop that answers everybody
    had to wait for each thread that draws a page.
    """
    with loading():
        _prepare()
    charts.trust()
    gc.set_threshold(*_COLLECT_AFTER)
    sys.setswitchinterval(_SWITCH_AFTER)


def _prepare() -> None:
    """Load what the first visitor would have to wait for: code, languages, a look at the stack.

    Streamlit asks before its first element whether a person types at Python's prompt, and reads
    every loaded module's path for it: a tenth of a second. There is no setting for it.
    """
    for module in iter_modules(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    for lang in LANGS:
        text("Overview", lang)
    delta_generator._use_warning_has_been_displayed = True  # noqa: SLF001  no public door, see above


def _run(store: Store, publisher: Publisher, host: str, port: int) -> None:
    allow_many()
    opened = listen(host, port)
    port = opened[0].getsockname()[1]
    configure(port)
    config = uvicorn.Config(
        make_site(store, publisher),
        host=host,
        port=port,
        log_level="warning",
        timeout_graceful_shutdown=_STOPS_WITHIN,
        log_config=None if read_settings().logs_json else LOGGING_CONFIG,
        **_get_uvicorn_config_kwargs(),
    )
    identity.offer(read_providers())
    _end_calmly()
    _announce(store, name_address(host, port))
    uvicorn.Server(config).run(sockets=opened)


def configure(port: int) -> None:
    """Make Streamlit read its settings, with those that are ours to say."""
    secrets = read_settings().secrets
    own = {"secrets_files": [str(secrets.resolve())]} if secrets else {}
    os.chdir(house.ROOT)  # Streamlit looks for .streamlit here
    # An empty pages/ beside app.py would make the first deep link of a cold server fail.
    PagesManager.uses_pages_directory = False
    keep_theme()
    options = {
        "server_port": port,
        "server_headless": True,
        "server_fileWatcherType": "none",
        "runner_postScriptGC": False,
    }
    bootstrap.load_config_options(options | own)


def _end_calmly() -> None:
    """Let the server end by itself at a signal: it repeats the signal when it is done."""
    for number in _ENDINGS:
        signal.signal(number, lambda *_: None)


def _announce(store: Store, address: str) -> None:
    """Print where the pages are, and how the first administrator signs in."""
    _say(f"Kasipkor: {address}")
    if not identity.is_asked():
        _say("Nobody is asked to sign in; only this computer is answered.")
    elif not has_administrator(store):
        first = Identity(person="administrator", role="administrator")
        take_back_invites(store, first.person)  # the link of the start before, if nobody used it
        secret = make_invite(store, first, by="serve")
        base = read_settings().address or address
        _say(f"No administrator is signed in. This link is for one, once: {base}/sign-in/{secret}")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201  what an operator reads at the start


def keep_theme() -> None:
    """Make Streamlit's message of the theme once, not six times at every refresh.

    The theme stays as it is while the server runs. Streamlit 1.67 walks over all its options in six
    sections at the start of each rerun and rewrites their names by regular expression: a quarter of
    the processor time of a refreshing board. There is no setting for it; the message is the same.
    """
    make = app_session._populate_theme_msg  # noqa: SLF001  no public door, see above
    kept: dict[str, bytes] = {}

    def fill(msg: CustomThemeConfig, section: str = "theme") -> None:
        if section not in kept:
            made = CustomThemeConfig()
            make(made, section)
            kept[section] = made.SerializeToString(deterministic=True)
        if kept[section]:  # merging nothing would still say that the section is there
            msg.MergeFromString(kept[section])

    app_session._populate_theme_msg = fill  # noqa: SLF001
