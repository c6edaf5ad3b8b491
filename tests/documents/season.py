"""A small championship whose result is final, and what its papers say."""

import io
import re

import pypdf

from kasipkor_core.documents import issue
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.store import append_decision, find_contest, read_now
from tests.giving import CONTESTS, REPUBLIC, give

PEOPLE = {
    "a": ("Әлиұлы Қазыбек", "KZ-75", 90),
    "b": ("Серікқызы Аружан", "KZ-71", 84),
    "c": ("Іргебай Үміт", "KZ-35", 76),
    "d": ("Öz #panic() *bold* $x$ \\ <tag>", "KZ-55", 62),
    "e": ("Ғалымқызы Ңұр, Һәкім Өмір", "KZ-47", 55),
}
ALONE = "\n".join(line for line in CONTESTS.splitlines() if ",09," not in line) + "\n"
HEAD = "contest,entry,name,region,organisation\n"


def write_entries(people):
    """Return the sheet of entries."""
    lines = [
        f'{REPUBLIC},{entry},"{name}",{region},Колледж {entry}'
        for entry, (name, region, _) in people.items()
    ]
    return HEAD + "\n".join(lines) + "\n"


def write_scores(people):
    """Return the sheet of totals."""
    return "entry,total\n" + "".join(f"{entry},{one[2]}\n" for entry, one in people.items())


def play(store, people=PEOPLE, contests=ALONE):
    """Let the championship be held and signed: batches 1 to 4."""
    give(store, contests, kind="contests")
    give(store, write_entries(people), kind="entries")
    give(store, write_scores(people), kind="scores", contest=REPUBLIC)
    sign(store)


def sign(store, contest=REPUBLIC):
    append_decision(
        store, "sign_off", subject=contest, value="signed", actor="chief", reason="seen"
    )


def hand_out(store, *kinds, lang="kk", **options):
    """Issue papers of the championship."""
    return issue(store, REPUBLIC, kinds=kinds, lang=lang, actor="organiser", **options)


def list_states(store):
    """Return the state of every document by kind and entry."""
    reader = read_now(store)
    number = find_contest(store, REPUBLIC, reader)
    rows = read_rows(store, "documents", reader, contest_no=number)
    return {(row["kind"], row["entry"]): row["status"] for row in rows}


def read_pages(pdf):
    """Return the text of each page, blanks and line ends as one blank."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
