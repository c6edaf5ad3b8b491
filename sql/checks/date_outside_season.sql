-- date_outside_season: a contest that begins in another year than its season.
-- kinds: contests
-- source: CONTRACTS "Ids" (season: the year in which the event, or its school year, begins)

select
    staged.source_row,
    named.source_column,
    raw.starts_on as found,
    staged.season::varchar as season
from staged_contest as staged
inner join staged_raw as raw on raw.source_row = staged.source_row
left join staged_column as named on named.field = 'starts_on'
where year(staged.starts_on) not in (staged.season, staged.season + 1)
order by staged.source_row;
