-- The judges a decision made by hand names, for judge.sql. Reads $contest and $judges.

create or replace temp table ready_judge as
select
    $contest::varchar as contest,
    unnest($judges::varchar[]) as judge,
    0 as source_row;
