-- The judges a sheet of marks names, for judge.sql: each once, out of a million rows.

create or replace temp view ready_judge as
select
    contest,
    judge,
    min(source_row) as source_row
from staged
where mark is not null
group by contest, judge;
