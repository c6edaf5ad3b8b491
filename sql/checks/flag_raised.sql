-- flag_raised: a work with material from the internet: points stay, and the jury decides.
-- kinds: works
-- source: rulebook BP-07

select
    work.source_row,
    named.source_column,
    work.entry as found
from staged_work as work
left join staged_column as named on named.field = 'flag'
where work.flag <> 'none'
order by work.source_row;
