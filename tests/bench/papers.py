"""Papers: a championship's certificates as one file and as many, and one protocol."""

import resource
import time

from kasipkor_core.documents import issue, merge, pack, reprint, set_files
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.store import MEMORY, append_decision, find_contest, open_store, read_now
from tests.bench.say import say
from tests.giving import CONTESTS, REPUBLIC, give

OBLAST = "worldskills-2026-oblast-KZ-35-17"


def run(*, quick=False):
    """Return seconds, and processor seconds of this process, of each act."""
    many, few = (40, 10) if quick else (1000, 60)
    store = open_store(MEMORY)
    give(store, CONTESTS, kind="contests")
    hold(store, REPUBLIC, many)
    hold(store, OBLAST, few)
    before = read_peak()
    issued = measure(lambda: hand_out(store, REPUBLIC, "certificate"))
    rows = list_rows(store, REPUBLIC)
    papers = measure(lambda: reprint(store, rows))
    merged = measure(lambda: merge(papers[2]))
    zipped = measure(lambda: pack(papers[2], set_files(papers[2])))
    hand_out(store, OBLAST, "certificate", entries=["0001"])  # the first words of a language
    protocol = measure(lambda: hand_out(store, OBLAST, "protocol"))
    store.close()
    acts = {
        "issue": (f"{many:,} certificates issued: signed, set, written into the ledger", issued),
        "describe": ("the same read back from the ledger, with QR codes", papers),
        "merged": ("the same set as one PDF", merged),
        "zipped": ("the same set as files of their own, in a zip", zipped),
        "protocol": (f"a protocol of {few} entries, issued", protocol),
    }
    figures = [
        {"act": act, "wall": wall, "processor": busy} for act, (wall, busy, _) in acts.values()
    ]
    for one in figures:
        say(f"{one['act']}: {one['wall']:.2f} s ({one['processor']:.2f} s of processor)")
    return {
        "acts": figures,
        "before_mb": before,
        "peak_mb": read_peak(),
        "megabytes": len(zipped[2]) / 1e6,
    }


def read_peak():
    """Return the most memory that this process has had so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
    """Return the seconds of an act, those of the processor, and what it returns."""
    started, busy = time.perf_counter(), time.process_time()
    found = act()
    return time.perf_counter() - started, time.process_time() - busy, found
