-- scheme_sum: aspect maxima that do not add up to the points of a contest.
-- kinds: scheme
-- source: rulebook WM-02 (all aspect maxima of a skill sum to 100.00)

select
    null::integer as source_row,
    any_value(staged.source_column) as source_column,
    sum(staged.max_mark)::varchar as found,
    sum(staged.max_mark) as sum,
    coalesce(any_value(contest.scheme_total), 100) as wanted
from staged_aspect as staged
left join known_contest as contest on contest.contest = staged.contest
group by staged.contest
having sum(staged.max_mark) <> coalesce(any_value(contest.scheme_total), 100);
