"""Check an exported ledger of Kasipkor with nothing but Python: `python verify_ledger.py FILE`.

Make the file with `kasipkor ledger -o ledger.jsonl`, or export the chain on the page “Ledger”.

Each batch is sealed by SHA-256 over its own fields, over digests of all facts it brought, and over
the seal of the batch before it: whoever changes one byte of an old batch must change every later
seal, and with them the head that the jury wrote on paper. Give heads from paper, of any batch, as
`--head "4182 9f3c a1b2 ..."` (8 digits of the hash or more): then a ledger that was rewritten as a
whole is found too. Exit code: 0 everything holds, 1 broken (names the first batch), 2 wrong usage.
"""

import argparse
import hashlib
import json
import re
import sys

FIELDS = (
    "batch_no batch_id kind sheet_kind contest file_name file_sha256 stored_sha256 source_sheet "
    "ruleset_hash actor actor_role recorded_at_us reason replaces_batch_no undoes_batch_no "
    "row_count content_sha256 tally_sha256 prev_sha256"
).split()
FIELD, LINE, NOTHING = "\x1f", "\n", "\x1a"  # part fields; part lines; stands for an empty field


class BrokenError(Exception):
    """Something does not hold; says what."""


def seal(text):
    """Return the SHA-256 of a text, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def parse(line, what):
    """Return the fields of a line; refuse any other spelling of the same fields."""
    try:
        fields = json.loads(line)
        said = json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"
    except ValueError:
        said = None
    if said != line or not isinstance(fields, dict):
        raise BrokenError(f"{what}: the line is not as it was written")
    return fields


def check_batch(batch, number, before):
    """Check one batch: its number, its link to the batch before it, its facts, its own seal."""
    if list(batch) != [*FIELDS, "sha256", "facts"] or not isinstance(batch["facts"], dict):
        raise BrokenError(f"Batch {number}: fields are missing, added or moved")
    if batch["batch_no"] != number:
        raise BrokenError(f"Batch {number}: another batch stands in its place")
    if batch["prev_sha256"] != before:
        raise BrokenError(f"Batch {number}: it was not sealed after the batch before it")
    facts = LINE.join(fact + FIELD + str(batch["facts"][fact]) for fact in sorted(batch["facts"]))
    if batch["content_sha256"] != (facts and seal(facts)):
        raise BrokenError(f"Batch {number}: its facts are not those that were sealed")
    fields = (NOTHING if batch[name] is None else str(batch[name]) for name in FIELDS)
    if batch["sha256"] != seal(FIELD.join(fields)):
        raise BrokenError(f"Batch {number}: its seal does not fit what it says")


def check_ledger(lines, heads):
    """Check all lines and the heads from paper; return number and hash of the newest batch."""
    head = parse(next(lines, ""), "First line")
    number, before, seals = 0, "", {}
    for number, line in enumerate(lines, 1):
        batch = parse(line, f"Batch {number}")
        check_batch(batch, number, before)
        before = seals[number] = batch["sha256"]
    if head.get("batches") != number:
        raise BrokenError(f"Batch {number + 1}: the file ends before it")
    if head != {"ledger": "kasipkor", "format": 1, "batches": number, "head": before}:
        raise BrokenError("First line: it does not fit the batches")
    for wanted, start in heads:
        if not seals.get(wanted, "").startswith(start):
            raise BrokenError(f"Batch {wanted}: the head on paper is another")
    return number, before


def read_head(text):
    """Return number and hash of a head as people write it: `4 182 9f3c a1b2` is 4182, 9f3ca1b2."""
    found = re.fullmatch(r"(\d[\d\s,.]*?)[\s:;·,]+((?:[0-9a-f]{4}[\s…]*){2,16})", text.lower())
    if not found:
        raise argparse.ArgumentTypeError(f'{text} is no head; write it as "4182 9f3c a1b2"')
    return int(re.sub(r"\D", "", found[1])), re.sub(r"[\s…]", "", found[2])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Check an exported ledger of Kasipkor.")
    parser.add_argument("file", type=argparse.FileType("rb"), help="the export; - for stdin")
    parser.add_argument("--head", action="append", default=[], type=read_head, help="from paper")
    asked = parser.parse_args()
    try:
        rows = (line.decode(errors="backslashreplace") for line in asked.file)
        count, top = check_ledger(rows, asked.head)
    except BrokenError as broken:
        sys.exit(f"Broken. {broken}")
    print(f"{count} batches hold. Head: {count} {' '.join(re.findall('.{4}', top))}")
