-- score.working_days: how many working days there are from one day to another, both counted.
-- source: rulebook TC (working days left in a window)

create or replace macro score.working_days(first_day, last_day) as (
    select count(*)::integer
    from (select day as counted_day, is_working as is_counted from ref.day) as counted
    where is_counted and counted_day between first_day and last_day
);
