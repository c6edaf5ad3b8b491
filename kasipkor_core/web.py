"""The server: the dashboard in one process with the ledger it has opened."""

import os
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap

from kasipkor_core import house, ui
from kasipkor_core.store import load_demo, open_store


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
        _run(port)
    finally:
        store.close()


def _run(port: int) -> None:
    os.chdir(house.ROOT)  # Streamlit looks for .streamlit here
    # An empty pages/ beside app.py would make the first deep link of a cold server fail.
    PagesManager.uses_pages_directory = False
    options = {
        "server_port": port,
        "server_headless": True,
        "server_fileWatcherType": "none",
        "runner_postScriptGC": False,
    }
    bootstrap.load_config_options(options)
    bootstrap.run(str(house.ROOT / "app.py"), is_hello=False, args=[], flag_options=options)
