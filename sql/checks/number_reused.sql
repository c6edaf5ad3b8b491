-- number_reused: a personal number that stands for a candidate of another contest: one per application.
-- kinds: selection
-- source: rulebook CS-12 (CS-E13)

select
    min(result.source_row) as source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'candidate'
    ) as source_column,
    result.candidate as found,
    min(contest.contest) as contest
from staged_result as result
inner join fact.entry as entry
    on entry.entry = result.candidate
    and entry.contest_no <> result.contest_no
inner join fact.contest as contest on contest.contest_no = entry.contest_no
semi join ref.selection_rule as rule on rule.ruleset_hash = contest.ruleset_hash
group by result.contest, result.candidate
order by source_row;
