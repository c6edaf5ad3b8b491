"""An exported chain is checked by a page of Python that knows nothing of this program."""

import json
import runpy
import subprocess
import sys

import pytest

from kasipkor_core import house
from kasipkor_core.store import append_decision, append_undo, export_chain, read_head
from tests.giving import CONTESTS, REPUBLIC, give
from tests.ready import open_copy, open_played

SCRIPT = house.ROOT / "docs" / "verify_ledger.py"
SCORES = "entry,name,judge,total\na,Айгерім Серік,J1,90\nb,Болат Оспан,J1,80\n"
ENTRIES = f"contest,entry,name,birth_date\n{REPUBLIC},c,Dana Kim,2008-02-03\n"
ODD = "дұрыс емес: «қате»\nекінші жол \\ \t \"'"
IMPORTED = runpy.run_path(str(SCRIPT), run_name="script")


def play(store):
    """Batch 2: scores; 3: entries with birth dates; 4: an undo of 3; 5: an award."""
    give(store, CONTESTS, kind="contests")
    give(store, SCORES, kind="scores", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries")
    append_undo(store, 3, actor="chief", reason=ODD)
    append_decision(
        store, "award", subject=f"{REPUBLIC}/a", value="medallion", actor="jury", reason="fair"
    )


@pytest.fixture(scope="module")
def written():
    store = open_played("chain", play)
    yield store
    store.close()


@pytest.fixture(scope="module")
def lines(written):
    return list(export_chain(written, as_of=read_head(written)))


@pytest.fixture
def run(tmp_path):
    """Run the script as anybody would, on lines; return its exit code and what it says."""

    def call(lines, *heads):
        file = tmp_path / "ledger.jsonl"
        file.write_text("".join(lines), encoding="utf-8", newline="\n")
        asked = [word for head in heads for word in ("--head", head)]
        done = subprocess.run(
            [sys.executable, "-I", SCRIPT, file, *asked],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, (done.stdout or done.stderr).strip()

    return call


def check(lines, heads=()):
    """Check lines inside this process; return what is broken."""
    try:
        IMPORTED["check_ledger"](iter(lines), heads)
    except IMPORTED["BrokenError"] as broken:
        return str(broken)
    return None


def head_of(line):
    return json.loads(line)["sha256"]


def reseal(lines, number, **changes):
    """Return the ledger as somebody who rewrites a batch and all seals after it would leave it."""
    forged, before = [json.loads(line) for line in lines], ""
    forged[number] |= changes
    for batch in forged[1:]:
        batch["prev_sha256"] = before
        fields = (
            "\x1a" if batch[name] is None else str(batch[name]) for name in IMPORTED["FIELDS"]
        )
        before = batch["sha256"] = IMPORTED["seal"]("\x1f".join(fields))
    forged[0]["head"] = before
    return [json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n" for one in forged]


def test_the_script_is_one_page_and_needs_the_standard_library_only():
    text = SCRIPT.read_text(encoding="utf-8")
    needs = {line.split()[1] for line in text.splitlines() if line.startswith(("import", "from"))}

    assert len(text.splitlines()) <= 100
    assert needs <= sys.stdlib_module_names


def test_an_exported_ledger_holds_and_the_script_says_its_head(lines, run):
    head = head_of(lines[-1])
    grouped = " ".join(head[start : start + 4] for start in range(0, 64, 4))

    assert run(lines) == (0, f"5 batches hold. Head: 5 {grouped}")
    assert run(lines, f"5 {grouped}", f"2, {head_of(lines[2])[:8]}…")[0] == 0


@pytest.mark.parametrize("number", range(1, 6))
def test_a_line_that_is_altered_is_named_by_its_batch(lines, run, number):
    altered = [*lines]
    altered[number] = altered[number].replace('"actor":"', '"actor":"not ')

    assert run(altered) == (1, f"Broken. Batch {number}: its seal does not fit what it says")


def test_whatever_letter_of_whatever_line_is_altered_the_first_broken_batch_is_named(lines):
    for number, line in enumerate(lines):
        for place in range(0, len(line) - 1, 7):
            letter = "8" if line[place] != "8" else "9"
            altered = [*lines]
            altered[number] = line[:place] + letter + line[place + 1 :]
            found = check(altered)

            assert found, (number, place)
            assert not number or found.startswith(f"Batch {number}: "), (found, place)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda lines: lines[:-1], "Batch 5: the file ends before it"),
        (lambda lines: [*lines[:3], *lines[4:]], "Batch 3: another batch stands in its place"),
        (lambda lines: [*lines[:2], lines[3], lines[2], *lines[4:]], "Batch 2: another batch"),
        (lambda lines: [*lines, lines[-1]], "Batch 6: another batch stands in its place"),
        (lambda lines: [*lines[:1], *lines[:1], *lines[1:]], "Batch 1: fields are missing"),
        (lambda lines: lines[1:], "Batch 1: another batch stands in its place"),
        (lambda lines: [*lines[:2], "\n", *lines[2:]], "Batch 2: the line is not as it was"),
        (lambda _: [], "First line: the line is not as it was written"),
    ],
)
def test_a_line_that_is_missing_moved_or_added_is_found(lines, change, found):
    assert str(check(change(lines))).startswith(found)


def test_a_ledger_rewritten_as_a_whole_is_found_by_the_head_on_paper(lines, run):
    forged = reseal(lines, 2, actor="somebody else")
    paper = (f"5 {head_of(lines[5])}", f"1 {head_of(lines[1])[:12]}")

    assert run(forged)[0] == 0
    assert run(forged, paper[1])[0] == 0  # an act before the forged one is what it was
    assert run(forged, *paper) == (1, "Broken. Batch 5: the head on paper is another")
    assert run(lines[:1], "four")[0] == 2


@pytest.mark.long
def test_a_fact_that_is_altered_in_the_database_is_found_in_its_export(written, tmp_path):
    from tests.ready import keep

    store = open_copy(keep(written, tmp_path / "kept.duckdb"))
    cursor = store.cursor()
    cursor.execute("update ledger.score set points = 91 where points = 90")
    cursor.close()
    found = check(list(export_chain(store, as_of=5)))
    store.close()

    assert found == "Batch 2: its facts are not those that were sealed"


def test_the_export_holds_no_name_of_a_participant_and_no_contact(lines):
    text = "".join(lines)

    assert [word for word in ("Айгерім", "Оспан", "Dana", "2008") if word in text] == []


def test_the_chain_up_to_a_batch_is_a_ledger_of_its_own_and_always_the_same_bytes(written, lines):
    again = list(export_chain(written, as_of=5))
    three = list(export_chain(written, as_of=3))

    assert again == lines
    assert (three[1:], check(three)) == (lines[1:4], None)
    assert list(export_chain(written, as_of=0)) == [
        '{"ledger":"kasipkor","format":1,"batches":0,"head":""}\n'
    ]
