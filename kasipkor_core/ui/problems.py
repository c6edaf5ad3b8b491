"""The problems of contests in words: what it is, how many, whose turn it is."""

from typing import Any

import pyarrow as pa

from kasipkor_core import words
from kasipkor_core.i18n import Count, mark, text
from kasipkor_core.ui import reads
from kasipkor_core.ui.session import Visitor

PROBLEMS = {
    "experts_missing": mark("Experts missing"),
    "single_expert": mark("Only one expert"),
    "marks_missing": mark("Marks missing"),
    "rescore_needed": mark("Aspects to re-score"),
    "winner_undecided": mark("Tie for the first place"),
    "single_participant": mark("Only one participant"),
    "few_entries": mark("Few entries for a scale"),
    "flag_undecided": mark("A remark of the examination waits for a decision"),
    "site_not_accredited": mark("The examination site is not accredited"),
    "scores_missing": mark("Examination points missing"),
    "conflict_open": mark("A conflict of interest waits for a decision"),
    "not_signed": mark("Not signed"),
    "not_decided": mark("The jury has not decided"),
    "dates_missing": mark("The days of the contest are not named"),
    "entries_missing": mark("Nobody is registered"),
    "entries_above_maximum": mark("Entries above the maximum"),
    "works_missing": mark("Works not handed in"),
    "chief_missing": mark("No chief expert is named"),
    "judges_few": mark("Experts missing for a judgement"),
    "judges_own_side": mark("Entries that too few experts of another side can mark"),
    "scheme_missing": mark("No marking scheme"),
    "reading_open": mark("Readings of the rules nobody has confirmed"),
    "draw_unrevealed": mark("Lots announced and not revealed"),
    "workplaces_missing": mark("Entries without a workplace"),
    "stage_order": mark("Begins before the earlier stage ends"),
    "person_clash": mark("People in two events on one day"),
    "origin_missing": mark("Entries that came from no earlier stage"),
    "origin_unsigned": mark("Entries from an earlier stage without a signature"),
    "origin_changed": mark("Entries whose earlier stage has changed since"),
    "origin_unlike": mark("Entries unlike their earlier stage: region or team"),
    "parts_unlocked": mark("Parts unlocked again"),
    "appeal_waiting": mark("Appeals without a ruling"),
    "appeal_uncorrected": mark("Appeals upheld and not corrected"),
    "public_behind": mark("The public reads an older result"),
    "papers_missing": mark("No paper has been issued"),
}
OWNERS = {
    "organiser": mark("organiser"),
    "expert": mark("experts"),
    "jury": mark("jury"),
    "chief_expert": mark("chief expert"),
    "administrator": mark("administrator"),
}
SIGNS = {"error": "◆", "warning": "◐", "info": "○"}
WORST = {"error": 0, "warning": 1, "info": 2}
_ONE = frozenset(
    {
        "single_expert",
        "single_participant",
        "few_entries",
        "flag_undecided",
        "site_not_accredited",
        "conflict_open",
        "not_signed",
        "not_decided",
        "dates_missing",
        "entries_missing",
        "chief_missing",
        "scheme_missing",
        "stage_order",
        "public_behind",
        "papers_missing",
    }
)  # said without a number

_NOTES = frozenset({"single_participant", "few_entries"})  # nobody can put them right


def read_problems(who: Visitor) -> pa.Table:
    """Return what keeps contests from the public, and what else is not as it should be."""
    return pa.concat_tables([reads.read("readiness", who), reads.read("radar", who)])


def say_problem(row: dict[str, Any], lang: str) -> str:
    """Return a problem in words, with its number where one is told."""
    word = words.word(PROBLEMS, row["problem"], lang)
    return word if row["problem"] in _ONE else f"{word}: {Count(row['number'], lang)}"


def say_owner(row: dict[str, Any], lang: str) -> str:
    """Return whose turn it is, or who has answered for it."""
    if row["waived_by"]:
        return text("waived by {who}", lang, who=row["waived_by"])
    return words.word(OWNERS, row["owner"], lang)


def is_blocking(row: dict[str, Any]) -> bool:
    """Say whether a problem keeps a contest from the public."""
    return row["severity"] == "error" and not row["waived_by"]


def is_open(row: dict[str, Any]) -> bool:
    """Say whether somebody has to do something about a problem; the others are said beside it."""
    is_note = row["severity"] == "info" or row["problem"] in _NOTES
    return not (is_note or row["waived_by"])


def sort_worst_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return problems, the worst first."""
    return sorted(rows, key=lambda row: (WORST[row["severity"]], row["problem"]))
