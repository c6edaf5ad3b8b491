-- day_outside_contest: a day of marking after the last day of the contest.
-- kinds: scheme
-- source: rulebook WM-02 (a sub-criterion has a day of marking)

select
    min(staged.source_row) as source_row,
    any_value(named.source_column) as source_column,
    staged.day as found,
    any_value(contest.ends_on - contest.starts_on + 1)::varchar as days
from staged
inner join known_contest as contest on contest.contest = staged.contest
left join staged_column as named on named.field = 'day'
where try_cast(staged.day as integer) > contest.ends_on - contest.starts_on + 1
group by staged.contest, staged.day
order by source_row;
