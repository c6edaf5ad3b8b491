"""The dashboard as ``kasipkor serve`` ships it, with two handles for the bench.

``--defaults`` puts back what Streamlit does by itself: a full garbage collection after every
rerun and a file watcher. A line ``import FILE KIND CONTEST`` on stdin appends a sheet from a
thread beside the server and answers with the times on the monotonic clock.
"""

import argparse
import json
import sys
import threading
import time
from pathlib import Path

from streamlit.web import bootstrap

from kasipkor_core import web
from kasipkor_core.loading import share_heaps
from kasipkor_core.store import commit, open_store, understand
from kasipkor_core.ui import session
from tests.bench.say import say


def listen():
    for line in sys.stdin:
        _, file, kind, contest = line.split()
        started = time.monotonic()
        prepared = understand(
            session.store(),
            Path(file).read_bytes(),
            file_name=Path(file).name,
            kind=kind,
            contest=contest,
            actor="bench",
        )
        checked = time.monotonic()
        receipt = commit(session.store(), prepared, reason="bench")
        done = time.monotonic()
        times = {"started": started, "checked": checked, "done": done}
        say(json.dumps({"batch_no": receipt.batch_no, **times}))


def use_defaults():
    """Put Streamlit's own settings back, whatever the project says."""
    load = bootstrap.load_config_options
    defaults = {"server_fileWatcherType": "auto", "runner_postScriptGC": True}

    def load_defaults(options):
        load({**options, **defaults})

    bootstrap.load_config_options = load_defaults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("database", type=Path)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--defaults", action="store_true")
    args = parser.parse_args()
    if args.defaults:
        use_defaults()
    share_heaps()
    threading.Thread(target=listen, daemon=True).start()
    web.serve_dashboard(open_store(args.database), port=args.port)


if __name__ == "__main__":
    main()
