"""Papers: a championship's certificates as one file and as many, and one protocol."""

import json
import resource
import subprocess
import sys
import tempfile
import time

from kasipkor_core.documents import issue, merge, pack, reprint, set_files
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.store import append_decision, find_contest, open_store, read_now
from tests.bench.say import say
from tests.giving import CONTESTS, REPUBLIC, give

OBLAST = "worldskills-2026-oblast-KZ-35-17"


def run(*, quick=False):
    """Return the seconds of each act, and the most memory of the process and of a press.

    As a server or a command does it: on a ledger that is there already.
    """
    many, few = (40, 10) if quick else (1000, 60)
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/papers.duckdb"
        spend(["hold", ledger, many, few])
        figures = json.loads(spend(["measure", ledger, many, few]))
    for act, seconds in figures["acts"].items():
        say(f"{act}: {seconds:.2f} s")
    return figures


def spend(words):
    """Return what a process of its own says of itself."""
    command = [sys.executable, "-m", "tests.bench.papers", *map(str, words)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def hold_both(ledger, many, few):
    """Make a ledger with two contests that are signed."""
    store = open_store(ledger)
    give(store, CONTESTS, kind="contests")
    hold(store, REPUBLIC, many)
    hold(store, OBLAST, few)
    store.close()


def measure_all(ledger, many, few):
    store = open_store(ledger)
    before = read_peak(resource.RUSAGE_SELF)
    issued = measure(lambda: hand_out(store, REPUBLIC, "certificate"))
    rows = list_rows(store, REPUBLIC)
    papers = measure(lambda: reprint(store, rows))
    merged = measure(lambda: merge(papers[1]))
    zipped = measure(lambda: pack(papers[1], set_files(papers[1])))
    hand_out(store, OBLAST, "certificate", entries=["0001"])  # the first words of a language
    protocol = measure(lambda: hand_out(store, OBLAST, "protocol"))
    store.close()
    acts = {
        f"{many:,} certificates issued: signed, set, written into the ledger": issued[0],
        "the same read back from the ledger, with QR codes": papers[0],
        "the same set as one PDF": merged[0],
        "the same set as files of their own, in a zip": zipped[0],
        f"a protocol of {few} entries, issued": protocol[0],
    }
    return {
        "acts": acts,
        "before_mb": before,
        "peak_mb": read_peak(resource.RUSAGE_SELF),
        "press_mb": read_peak(resource.RUSAGE_CHILDREN),
        "megabytes": len(zipped[1]) / 1e6,
    }


def read_peak(whose):
    """Return the most memory that this process, or one that it has ended, has had so far, MB."""
    return resource.getrusage(whose).ru_maxrss / 1024


def hold(store, contest, entries):
    """Let a contest be held and signed."""
    numbers = range(1, entries + 1)
    people = "".join(f"{n:04},Қатысушы Ә{n},KZ-75,Колледж {n % 50}\n" for n in numbers)
    head = "entry,name,region,organisation\n"
    give(store, head + people, kind="entries", contest=contest)
    scores = "entry,total\n" + "".join(f"{n:04},{40 + n % 600 / 10:.1f}\n" for n in numbers)
    give(store, scores, kind="scores", contest=contest)
    append_decision(
        store, "sign_off", subject=contest, value="signed", actor="chief", reason="seen"
    )


def hand_out(store, contest, kind, **options):
    return issue(store, contest, kinds=[kind], lang="kk", actor="organiser", **options)


def list_rows(store, contest):
    reader = read_now(store)
    number = find_contest(store, contest, reader)
    return read_rows(store, "documents", reader, contest_no=number)


def measure(act):
    """Return the seconds of an act, and what it returns."""
    started = time.perf_counter()
    found = act()
    return time.perf_counter() - started, found


if __name__ == "__main__":
    act, ledger, *sizes = sys.argv[1:]
    acts = {"hold": hold_both, "measure": measure_all}
    print(json.dumps(acts[act](ledger, *map(int, sizes))))  # noqa: T201
