"""What a competent person writes with pandas, from the printed rules (WM-05 to WM-34).

``python frames.py FOLDER ANSWER [--rounded]``. It stands alone: nothing of Kasipkor is used.
``--rounded``: the totals are rounded to two decimals, as one does who has met 0.1 + 0.2 before.
"""

import sys
from pathlib import Path

import pandas as pd

CENTRES = {"worldskills": 700, "worldskills-500": 500}


def read_files(folder):
    texts = {"entry": str, "guest": str, "judge": str}
    names = ("contests", "entries", "marks")
    return {
        name: pd.read_csv(Path(folder) / f"{name}.csv", dtype=texts, keep_default_na=False)
        for name in names
    }


def count_totals(marks, *, is_rounded):
    """Return the total of each entry; it has none while a re-score is open."""
    keys = ["contest", "entry"]
    measured = marks[marks["kind"] == "M"].groupby(keys)["mark"].sum()
    judged = (
        marks[marks["kind"] == "J"]
        .groupby([*keys, "aspect"])["mark"]
        .agg(["sum", "count", "min", "max"])
    )
    judged["points"] = (judged["sum"] / (3 * judged["count"]) * 2).round(2)
    opened = judged[judged["max"] - judged["min"] > 1].reset_index()[keys].drop_duplicates()
    full = judged[judged["count"] == 3].groupby(keys)["points"].sum()
    totals = measured.add(full, fill_value=0).rename("total").reset_index()
    if is_rounded:
        totals["total"] = totals["total"].round(2)
    totals = totals.merge(opened.assign(is_open=True), how="left", on=keys)
    return totals[totals["is_open"].isna()][[*keys, "total"]]


def scale(totals, ruleset):
    """Return the standard scale of one contest (WM-20 to WM-22)."""
    centre = CENTRES[ruleset]
    if totals.min() == totals.max():
        return pd.Series(centre, index=totals.index)
    middle = totals.median()
    spread = 1.4826 * (totals - middle).abs().median()
    if ruleset == "worldskills-500":
        middle, spread = totals.mean(), totals.std(ddof=0)
    elif spread == 0:
        spread = totals.std(ddof=0)
    return (centre + 30 * (totals - middle) / spread).round().astype(int)


def give_medals(scores, centre):
    """Return the award of each score of one contest (WM-30 to WM-34)."""
    ladder = sorted(scores, reverse=True)
    gold = [one for one in ladder if one >= ladder[0] - 2]
    rest = ladder[len(gold) :]
    silver = [one for one in rest if one >= rest[0] - 2] if len(gold) == 1 else []
    rest = rest[len(silver) :]
    if len(gold) >= 3:
        top = gold[-1]
    elif len(silver) >= 2:
        top = silver[-1]
    else:
        top = rest[0] if rest else None
    bronze = [one for one in rest if top is not None and one >= top - 2]

    def name(score):
        for medal, group in (("gold", gold), ("silver", silver), ("bronze", bronze)):
            if score in group:
                return medal
        return "medallion" if score >= centre else "certificate"

    return scores.map(name)


def rank_season(files, *, is_rounded=False):
    """Return contest, entry, total, place, scale and award of everybody who is ranked."""
    totals = count_totals(files["marks"], is_rounded=is_rounded)
    entries = files["entries"]
    ranked = entries[(entries["guest"] != "yes") & (entries["status"] == "active")]
    board = ranked.merge(totals, on=["contest", "entry"])
    board = board.merge(files["contests"][["contest", "ruleset"]], on="contest")
    board["place"] = board.groupby("contest")["total"].rank(ascending=False, method="min")
    board["place"] = board["place"].astype(int)
    for _, group in board.groupby("contest"):
        ruleset = group["ruleset"].iloc[0]
        scores = scale(group["total"], ruleset)
        board.loc[group.index, "scale"] = scores
        board.loc[group.index, "award"] = give_medals(scores, CENTRES[ruleset])
    board["scale"] = board["scale"].astype(int)
    return board.sort_values(["contest", "place"])


if __name__ == "__main__":
    found = rank_season(read_files(sys.argv[1]), is_rounded="--rounded" in sys.argv)
    found[["contest", "entry", "place", "scale", "award"]].to_csv(sys.argv[2], index=False)
