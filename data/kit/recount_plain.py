"""Recounts the contest of this folder without SQL: the second engine, written from the rules.

Needs Python 3.11 or newer and nothing else:

    python recount_plain.py

Reads facts/ and rules/rules.json, counts with the files of kasipkor_core/recount, and compares
what this engine counts with protocol.csv. Exit 0: they agree; 1: they differ, and it says where.
"""

import csv
import datetime as dt
import io
import json
import sys
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
if (HERE / "kasipkor_core").is_dir():
    sys.path.insert(0, str(HERE))

from kasipkor_core.recount import contest as engine  # noqa: E402
from kasipkor_core.recount import facts as given  # noqa: E402
from kasipkor_core.recount.rounding import round_half_away  # noqa: E402
from kasipkor_core.recount.works import Work, WorkRules  # noqa: E402

COUNTED = ("place", "is_tied", "total", "scale", "award", "marks", "marks_expected", "open_aspects")
SHOWN = 3  # decimals of a total


def main(folder):
    """Recount the contest of a folder; return the exit code."""
    kit = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    say(f"{kit['contest']}, as published at batch {kit['published_batch_no']}")
    names = {row["entry_no"]: row["entry"] for row in read(folder, "entries")}
    counted = {
        names[str(total.entry_no)]: show(total)
        for total in engine.recount_contest(read_facts(folder))
    }
    with (folder / "protocol.csv").open(encoding="utf-8", newline="") as file:
        protocol = {row["entry"]: row for row in csv.DictReader(file)}
    differences = list(compare(protocol, counted))
    for sentence in differences:
        say(sentence)
    if differences:
        say("DIFFERENT: the recount does not give the table of the protocol.")
        return 1
    say(f"THE SAME: {len(counted)} entries, compared by {', '.join(COUNTED)}.")
    return 0


def read(folder, name):
    """Return the rows of a file of facts."""
    text = (folder / "facts" / f"{name}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_facts(folder):
    """Return the facts of the contest as the engine is given them."""
    (contest,) = read(folder, "contest")
    rules = json.loads((folder / "rules" / "rules.json").read_text(encoding="utf-8"))
    members = {row["entry_no"]: row for row in reversed(read(folder, "entries"))}
    guests = {row["entry_no"] for row in read(folder, "entries") if row["is_guest"] == "true"}
    return given.ContestFacts(
        rules=make_rules(rules),
        is_archive=contest["is_archive"] == "true",
        level=contest["level"],
        aspects=tuple(
            given.Aspect(row["aspect"], row["criterion"], row["kind"], Decimal(row["max_mark"]))
            for row in read(folder, "aspects")
        ),
        marks=tuple(
            given.Mark(
                int(row["entry_no"]), row["aspect"], int(row["judge_no"]), number(row["mark"])
            )
            for row in read(folder, "marks")
        ),
        scores=tuple(
            given.Score(
                int(row["entry_no"]), int(row["judge_no"]), row["criterion"], number(row["points"])
            )
            for row in read(folder, "scores")
        ),
        scale_scores=tuple(
            given.ScaleScore(int(row["entry_no"]), int(row["scale"]))
            for row in read(folder, "scale_scores")
        ),
        entries=tuple(
            given.Entry(int(key), row["region"] or None, key in guests, row["status"])
            for key, row in members.items()
        ),
        decisions=tuple(
            given.Decision(
                row["kind"], row["value"], int(row["entry_no"]) if row["entry_no"] else None
            )
            for row in read(folder, "decisions")
        ),
        works=tuple(
            Work(
                int(row["entry_no"]),
                dt.datetime.fromisoformat(row["received_at"]),
                int(row["pages"]) if row["pages"] else None,
            )
            for row in read(folder, "works")
        ),
    )


def make_rules(rules):
    """Return the rules as the engine is given them."""
    scale, medals, prizes, work = (rules.pop(key) for key in ("scale", "medals", "prizes", "work"))
    rules |= {"spread": Decimal(rules["spread"]), "criteria": tuple(rules["criteria"])}
    if scale:
        scale = given.ScaleRules(**scale | {"factor": Decimal(scale["factor"])})
    if medals:
        medals = given.MedalRules(medals["tolerance"], tuple(map(tuple, medals["fewest"])))
    if prizes:
        lists = {key: tuple(prizes[key]) for key in ("prize_places", "criteria_order")}
        prizes = given.PrizeRules(**prizes | lists | {"min_points": number(prizes["min_points"])})
    due_on = work["due_on"] and dt.date.fromisoformat(work["due_on"])
    work = WorkRules(**work | {"due_on": due_on})
    return given.Rules(**rules, scale=scale, medals=medals, prizes=prizes, work=work)


def number(text):
    """Return a decimal; nothing for an empty cell."""
    return Decimal(text) if text else None


def show(total):
    """Return what was counted as the protocol writes it."""
    mean = given.Points(total.points_sum, total.judge_count).total
    points = None if mean is None else round_half_away(mean, SHOWN)
    shown = vars(total) | {
        "is_tied": "true" if total.is_tied else "false",
        "total": None if points is None else f"{Decimal(int(points * 1000)) / 1000:.3f}",
    }
    return {key: "" if shown[key] is None else str(shown[key]) for key in COUNTED}


def compare(protocol, counted):
    """Say entry by entry where protocol and recount differ."""
    for entry in sorted(protocol.keys() | counted.keys()):
        if entry not in protocol or entry not in counted:
            where = "the protocol" if entry in protocol else "the recount"
            yield f"entry {entry} is only in {where}"
            continue
        for column, value in counted[entry].items():
            said = protocol[entry][column]
            if said != value:
                yield (
                    f"entry {entry}: {column} is {said or 'nothing'} in the protocol, "
                    f"{value or 'nothing'} now"
                )


def say(sentence):
    """Print a sentence, whatever letters the terminal knows."""
    sys.stdout.buffer.write(f"{sentence}\n".encode())
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE))
