"""The figures as a page for people: docs/performance.md."""

import re

from kasipkor_core import house
from tests.bench import growth, instead, shared, soak

OF_CONTEST = re.compile(r"\bcontest_no = \$contest_no|list_contains\(\$contests, contest_no\)")
PROMISED = 200  # milliseconds of a view of a national season
RECOUNTS = {  # views that are made of the marks, and what of theirs no total says
    "aspects": "a row for every aspect of every entry",
    "criteria": "sums the aspects of every entry by criterion",
    "disagreements": "compares the marks of the judges aspect by aspect",
    "judges": "compares every judge with the others, mark by mark",
    "lineage": "a row for every mark",
    "marking_judges": "counts what every judge has given and has still to give",
    "marking_progress": "counts the aspects of every part that are marked or open again",
    "scales": "reckons every scale anew from the marks, to show what it is drawn from",
    "sub_criteria": "counts the aspects of every part, and the sheets they came from",
    "tie_record": "compares the tied by their criteria, which are sums of aspects",
}
HEAD = """\
# Performance

Written by `make bench` (`python -m tests.bench`). Each part names the machine and the day it was
measured on; "load" is what other work kept the machine busy with when the part began (0 is quiet).

| promise | aim |
|---|---|
| reading and checking a clean sheet | within 3 times of merely reading the file |
| one contest's board at 24 million marks | 20 ms, and at most twice that at 2.4 million |
| from the start of the server to the first board | 4 s |
| every view of a national season, 1.6 million marks | 200 ms |
| verifying that season | 10 s for what changed; `--all` 90 s |
| a new mark on every open screen | 3 s |
| a refresh with 200 viewers on two cores | p95 under 100 ms |
| a refresh with 1,000 viewers on two cores, the viewers too | p95 under 1 s |
| the first paint of every screen, server side | 1.5 s cold, 300 ms warm |
| 1,000 different certificates with QR codes | one PDF 3 s, 1,000 files in a zip 15 s |
| the protocol of 60 entries | 0.3 s |
| one contest's board and a sheet uploaded, at 100 million marks | 1.5 times as at 2.4 million |
| what screens ask of the whole nation at 100 million marks | 100 ms |
| a batch that one of several servers wrote is read on the others | 2 s |
| an hour with 50 juries and 200 viewers | no error; then at most 5 % more memory than when warm |
"""


SHEET_HEAD = (
    "| file | rows | MB | raw | reading | checking | reading + checking, times raw "
    "| committing | bytes to committed | peak memory of the whole bench so far, MB |"
)
LIVE_HEAD = (
    "| settings | viewers | p50 | p95 | worst | refreshes a second | late "
    "| processor, 100 % = one core | processor a refresh, ms | memory, MB |"
)


def write(figures):
    """Return the page."""
    parts = {
        "sheets": write_sheets,
        "board": write_board,
        "nation": write_nation,
        "start": write_start,
        "papers": write_papers,
        "live": write_live,
        "screens": write_screens,
        "soak": soak.write,
        "instead": instead.write,
        "growth": growth.write,
        "shared": shared.write,
    }
    text = [HEAD]
    for name, make in parts.items():
        if name in figures:
            text += make(figures[name]["figures"], describe(figures[name]["machine"]))
    return "\n".join(text) + "\n"


def describe(machine):
    return (
        f"{machine['date']} · {machine['machine']} · {machine['versions']} · "
        f"load {machine['load']}\n"
    )


def write_sheets(figures, machine):
    rows = [
        f"| {f['form']} | {f['rows']:,} | {f['megabytes']:.1f} | {f['raw']:.2f} | {f['read']:.2f} "
        f"| {f['check']:.2f} | {(f['read'] + f['check']) / f['raw']:.1f} | {f['commit']:.2f} "
        f"| {f['all']:.2f} | {f['peak_mb']:.0f} |"
        for f in figures
    ]
    return [
        "## From a sheet to committed\n",
        machine,
        "Marks of ten contests, seconds. Raw: DuckDB reads the CSV as text, calamine the",
        "workbook. Checking: the meaning of the columns, staging and every check. Committing",
        "checks once more against the ledger of that moment, appends, reckons totals, hashes.\n",
        SHEET_HEAD,
        "|---|---|---|---|---|---|---|---|---|---|",
        *rows,
        "",
    ]


def write_papers(figures, machine):
    rows = [f"| {act} | {seconds:.2f} |" for act, seconds in figures["acts"].items()]
    return [
        "## Papers\n",
        machine,
        "In a process that opens a ledger, as a command does; presses are processes of their own.",
        f"The zip is {figures['megabytes']:.1f} MB. Peak memory: {figures['before_mb']:.0f} MB",
        f"before the first paper, {figures['peak_mb']:.0f} MB at most; the press of the one PDF",
        f"{figures['press_mb']:.0f} MB, given back when it is set.\n",
        "| act | s |",
        "|---|---|",
        *rows,
        "",
    ]


def write_board(figures, machine):
    names = list(dict.fromkeys(f["what"] for f in figures))
    sizes = sorted({f["marks"] for f in figures})
    found = {(f["what"], f["marks"], f["mixed"]): f for f in figures}
    rows = []
    for name in names:
        cells = [
            f"{found[name, size, mixed]['median']:.1f} ({found[name, size, mixed]['p95']:.1f})"
            for size in sizes
            for mixed in (False, True)
        ]
        small, large = (
            max(found[name, size, mixed]["median"] for mixed in (False, True)) for size in sizes
        )
        rows.append(f"| `{name}` | {' | '.join(cells)} | {large / small:.2f} |")
    heads = [f"{size / 1e6:g} M, {order}" for size in sizes for order in ("in order", "mixed")]
    return [
        "## One contest's board\n",
        machine,
        "Milliseconds, median (p95) over 40 different contests of 20 entries and 60 aspects, each",
        "with a fresh cursor and its variables set. In order: contest after contest; mixed: the",
        "sheets of all contests arrived in random order. `mart.leaderboard` is what pages read;",
        "`score.entry_tally` reckons everything anew from the marks, once a batch and contest.\n",
        f"| view | {' | '.join(heads)} | large to small |",
        "|---|" + "---|" * (len(heads) + 1),
        *rows,
        "",
    ]


def write_nation(figures, machine):
    rows = [
        f"| `mart.{f['view']}` | {f['rows']:,} | {f['whole']:.1f} "
        f"| {'' if f['one'] is None else format(f['one'], '.1f')} |"
        for f in figures["views"]
    ]
    return [
        "## A national season\n",
        machine,
        f"20 regions, 60 skills, 15 entries, 30 aspects, 3 judges: {figures['marks']:,} marks.",
        "Milliseconds, median of 7 (a slow one: of 3), with a fresh cursor: the whole view, and",
        "one contest of it.\n",
        "| view | rows | whole | one contest |",
        "|---|---|---|---|",
        *rows,
        "",
        *write_lists(figures["views"]),
        "`kasipkor verify --all` recounts every contest with the second engine in",
        f"{figures['verify_all']:.1f} s; `kasipkor verify`, with nothing changed since, reads the",
        f"whole chain and the team tables in {figures['verify']:.1f} s.",
        "",
    ]


def write_lists(views):
    """Say which slow views are recounts, why, and which are slow without that excuse."""
    asked = list_asked()
    slow = [f for f in views if f["whole"] > PROMISED]
    recounts = [
        f
        for f in slow
        if f["view"] in RECOUNTS
        and asked.get(f["view"]) == "one contest"
        and f["one"] <= PROMISED
        and reads_marks(f"mart.{f['view']}")
    ]
    others = [f for f in slow if f not in recounts]
    lines = []
    if recounts:
        lines += [
            "Full recounts: the whole of such a view goes through the marks of all contests, and",
            "nothing but totals is kept of them. No page asks for it: every query of the screens",
            "and papers (`sql/reads`) names the contest. With the ms of one contest, and why:",
            "",
            *(f"- `mart.{f['view']}` ({f['one']:.0f}): {RECOUNTS[f['view']]}" for f in recounts),
            "",
        ]
    if others:
        named = ", ".join(f"`mart.{f['view']}` ({f['whole']:.0f})" for f in others)
        lines += [f"Slower than promised, and no recount: {named}.", ""]
    return lines


def reads_marks(view):
    """Say whether a view reads the marks, itself or through the views it names."""
    if view == "fact.mark":
        return True
    layer, name = view.split(".")
    file = house.SQL / "views" / layer / f"{name}.sql"
    if not file.exists():  # a macro
        return False
    text = re.sub(r"--.*|\bcomment on .*|'[^']*'", "", file.read_text(encoding="utf-8"))
    below = set(re.findall(r"\b(?:from|join)\s+((?:fact|score|mart)\.[a-z_]+)", text)) - {view}
    return any(reads_marks(one) for one in below)


def list_asked():
    """Return of each view that ``sql/reads`` names whether it is asked whole or for one contest."""
    asked = {}
    for file in sorted((house.SQL / "reads").glob("*.sql")):
        text = re.sub(r"--.*", "", file.read_text(encoding="utf-8"))
        for view in re.findall(r"\bmart\.([a-z_]+)", text):
            if not OF_CONTEST.search(text):
                asked[view] = "whole"
            asked.setdefault(view, "one contest")
    return asked


def write_start(figures, machine):
    return [
        "## The first start\n",
        machine,
        "An empty database with its tables, reference data and views is made in",
        f"{figures['made']:.1f} s; the demonstration season, {figures['batches']} acts one after",
        f"the other, is loaded in {figures['loaded']:.1f} s",
        f"before the port opens. The next start opens it in {figures['opened']:.2f} s: views that",
        "stand there as their files say are not made again. From the start of the server to the",
        f"whole of the first board it takes {figures['board']:.1f} s"
        + (
            f", and {figures['compiled']:.1f} s right after an installation, when"
            " Python compiles the libraries."
            if "compiled" in figures
            else "."
        ),
        "",
    ]


def write_viewers(f):
    settings = "Streamlit defaults" if f["defaults"] else "as it ships"
    if f["p50"] is None or not f["reruns_a_second"]:
        return f"| {settings} | {f['viewers']} | not all got the page within 180 s |" + " |" * 7
    return (
        f"| {settings} | {f['viewers']} "
        f"| {f['p50']:.0f} | {f['p95']:.0f} | {f['worst']:.0f} | {f['reruns_a_second']:.1f} "
        f"| {f['late']} | {f['cpu'] * 100:.0f} % | {f['cpu'] / f['reruns_a_second'] * 1000:.1f} "
        f"| {f['memory_mb']:.0f} |"
    )


def write_live(figures, machine):
    rows = [write_viewers(found) for found in figures["viewers"]]
    delay = figures["delay"]
    return [
        "## The Live page\n",
        machine,
        "Viewers speak Streamlit's websocket protocol to the real page (all columns, chart, filter",
        "bar) of `kasipkor serve`, and refresh at the interval it asks for: every second up to 20,",
        "every 2 s up to 200, half as often with each doubling after. A refresh is from asking to",
        "the last message of the rerun, in ms. Late: refreshes left out because the one before had",
        "not ended. The viewers run beside the server on the same cores. Streamlit's defaults: a",
        "full garbage collection after every rerun, and a file watcher.\n",
        LIVE_HEAD,
        "|---|---|---|---|---|---|---|---|---|---|",
        *rows,
        "",
        f"**A new mark on the screens.** {delay['seen']} of {delay['viewers']} open boards showed",
        f"the new total; from the upload {delay['median']:.2f} s in the median and",
        f"{delay['worst']:.2f} s at worst,",
        f"of which {delay['appended']:.2f} s are reading, checking and appending the sheet.",
        "",
    ]


def write_screens(figures, machine):
    rows = [f"| `{f['screen']}` | {f['cold']:.0f} | {f['warm']:.0f} |" for f in figures]
    return [
        "## Every screen\n",
        machine,
        "From asking for a screen of the demonstration season to the last message of its script,",
        "in ms. Cold: the first page that a server just started shows; warm: the median of five",
        "later visitors.\n",
        "| screen | cold | warm |",
        "|---|--:|--:|",
        *rows,
        "",
    ]
