-- aspect_above_limit: an aspect worth more than the ruleset advises.
-- kinds: scheme
-- source: rulebook WM-02 (aspect maximum 2.00)

select
    staged.source_row,
    staged.source_column,
    staged.max_mark::varchar as found,
    staged.aspect,
    coalesce(contest.aspect_max, 2) as maximum
from staged_aspect as staged
left join known_contest as contest on contest.contest = staged.contest
where staged.max_mark > coalesce(contest.aspect_max, 2)
order by staged.source_row;
