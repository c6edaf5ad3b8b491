"""The second engine: results recounted from raw facts, to check the views.

Written from the rulebook alone, with decimals and fractions; it knows no SQL and reads no
result of the views.
"""

from kasipkor_core.recount.contest import recount_contest
from kasipkor_core.recount.facts import (
    Aspect,
    ContestFacts,
    Decision,
    Entry,
    EntryTotal,
    Mark,
    MedalRules,
    Points,
    PrizeRules,
    Rules,
    ScaleRules,
    ScaleScore,
    Score,
)
from kasipkor_core.recount.persons import Member, fold_name, join_persons
from kasipkor_core.recount.quotas import QuotaCount, QuotaRule, Winner, count_quota, decide_seats
from kasipkor_core.recount.rules import list_medal_points, translate_ruleset
from kasipkor_core.recount.teams import (
    Honour,
    HonourEntry,
    TeamEntry,
    TeamRow,
    count_teams,
    list_honours,
)
from kasipkor_core.recount.works import Work, WorkRules, judge_works

__all__ = [
    "Aspect",
    "ContestFacts",
    "Decision",
    "Entry",
    "EntryTotal",
    "Honour",
    "HonourEntry",
    "Mark",
    "MedalRules",
    "Member",
    "Points",
    "PrizeRules",
    "QuotaCount",
    "QuotaRule",
    "Rules",
    "ScaleRules",
    "ScaleScore",
    "Score",
    "TeamEntry",
    "TeamRow",
    "Winner",
    "Work",
    "WorkRules",
    "count_quota",
    "count_teams",
    "decide_seats",
    "fold_name",
    "join_persons",
    "judge_works",
    "list_honours",
    "list_medal_points",
    "recount_contest",
    "translate_ruleset",
]
