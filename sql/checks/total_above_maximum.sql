-- total_above_maximum: points of one judge for one entry above the most a contest gives.
-- kinds: scores
-- source: rulebook WM-02, BP-08

with
added as (
    select
        source_row,
        sum(try_cast(points as decimal(18, 3))) as points
    from staged_point
    group by source_row
)

select
    staged.source_row,
    staged.source_column,
    coalesce(raw.total, added.points::varchar) as found,
    coalesce(contest.scheme_total, contest.max_points, 100) as maximum
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
left join added on added.source_row = staged.source_row
left join known_contest as contest on contest.contest = staged.contest
where
    coalesce(added.points, try_cast(staged.total as decimal(18, 3)))
    > coalesce(contest.scheme_total, contest.max_points, 100)
order by staged.source_row;
