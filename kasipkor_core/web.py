"""The server: the dashboard in one process with the ledger it has opened."""

import gc
import os
from importlib import import_module
from pathlib import Path

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap

from kasipkor_core import house, ui
from kasipkor_core.store import load_demo, open_store

_COLLECT_AFTER = 20_000  # objects; by itself Python collects after 700


def serve_dashboard(database: Path, *, port: int) -> None:
    """Open the ledger, load the demo season into an empty one, then open the port.

    Args:
        database: File of the database; made when missing.
        port: Port to listen on.

    Raises:
        Held: another process has the database open.
    """
    store = open_store(database.resolve())
    try:
        load_demo(store)
        ui.use_store(store)
        _settle_memory()
        _run(port)
    finally:
        store.close()


def _settle_memory() -> None:
    """Leave the loaded libraries out of garbage collections, and collect more seldom.

    A full collection stops all screens: with 200 of them 130 ms every few seconds, most of which
    went into walking over libraries that never become garbage.
    """
    import_module("kasipkor_core.ui.live")  # the first board would load it, and Altair with it
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


def _run(port: int) -> None:
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
    bootstrap.load_config_options(options)
    bootstrap.run(str(house.ROOT / "app.py"), is_hello=False, args=[], flag_options=options)


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
