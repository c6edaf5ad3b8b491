"""A bucket of the test's own: a server that speaks S3, with everything in its memory."""

import importlib.util
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress

KEYS = {"AWS_ACCESS_KEY_ID": "KASIPKORTESTKEY", "AWS_SECRET_ACCESS_KEY": "s3cr3t'of/the+bucket="}
NAME = "marks"


def say_missing():
    """Return why there can be no bucket on this computer; null when there can."""
    if importlib.util.find_spec("moto") is None:
        return "the packages of .ci/bucket.lock are not installed"
    return None


class Bucket:
    """A running server with one bucket.

    Attributes:
        folder: The bucket as a lake names it.
        variables: What the environment of whoever uses it says.
    """

    def __init__(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.folder = f"s3://{NAME}/season"
        self.variables = {**KEYS, "AWS_ENDPOINT_URL": self.address, "KASIPKOR_FOLDER": self.folder}
        self.start()

    def start(self):
        """Start it and make the bucket."""
        self._server = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(OSError):
                self._ask(f"/{NAME}", method="PUT")
                return
            time.sleep(0.1)
        raise RuntimeError("the bucket does not start")

    def freeze(self):
        """Let it take what comes and answer nothing."""
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self):
        """Let it answer again."""
        self._server.send_signal(signal.SIGCONT)

    def list_files(self):
        """Return what the bucket says it holds."""
        return self._ask(f"/{NAME}?list-type=2")

    def stop(self):
        """Stop it; what it held is gone."""
        self._server.kill()
        self._server.wait()

    def _ask(self, path, *, method="GET"):
        question = urllib.request.Request(self.address + path, method=method)  # noqa: S310
        with urllib.request.urlopen(question, timeout=20) as answer:  # noqa: S310
            return answer.read().decode()


@contextmanager
def run_bucket():
    """Run a bucket for the length of a block."""
    bucket = Bucket()
    try:
        yield bucket
    finally:
        bucket.stop()
