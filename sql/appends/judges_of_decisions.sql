-- The judges a sheet of decisions names, for judge.sql: whom it is about, and who takes over.

create or replace temp view ready_judge as
select
    contest,
    unnest([expert, if(kind = 'replacement', value, null)]) as judge,
    source_row
from ready_decision
where expert is not null;
