"""Starts an unpacked bundle without any network but the computer's own; prints what it answers.

python tests/offline.py FOLDER
"""

import contextlib
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

PORT = 8599
PATHS = ("/healthz", "/", "/board/")
PATIENCE = 600  # seconds: the first start installs everything and loads the demonstration season


def ask(path):
    """Return the status of an answer; null while nobody answers."""
    with contextlib.suppress(urllib.error.URLError, ConnectionError):
        return urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=30).status
    return None


def main(folder):
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    start = [f"{folder}/start.sh", "--port", str(PORT)]
    with subprocess.Popen(start, stdout=sys.stderr) as server:
        try:
            until = time.monotonic() + PATIENCE
            while ask(PATHS[-1]) is None and time.monotonic() < until and server.poll() is None:
                time.sleep(1)
            sys.stdout.write(json.dumps({path: ask(path) for path in PATHS}))
        finally:
            server.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
