-- The judges a sheet of scores names, for judge.sql.

create or replace temp view ready_judge as
select
    contest,
    judge,
    source_row
from ready_score;
