-- too_many_judges: more judges of one entry than a mean can be kept exactly for.
-- kinds: scores
-- source: CONTRACTS "Time and numbers" (exact for 1 to 16 judges)

select
    max(staged.source_row) as source_row,
    any_value(judges.source_column) as source_column,
    staged.entry as found,
    count(distinct staged.judge) as judges
from staged
left join staged_column as judges on judges.field = 'judge'
group by staged.contest, staged.entry
having count(distinct staged.judge) > 16
order by source_row;
