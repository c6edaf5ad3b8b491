-- The judges a sheet of marks names, for judge.sql.

create or replace temp view ready_judge as
select
    contest,
    judge,
    source_row
from ready_mark
union all
select
    contest,
    judge,
    source_row
from ready_score;
