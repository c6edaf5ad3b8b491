"""What the bench says while it runs: to the terminal, not into the figures."""

import sys


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
