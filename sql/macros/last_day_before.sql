-- score.last_day_before: the last day after which n whole working days still lie before an event.
-- source: rulebook SL-05 (with none between, the day before), TC-05; CONTRACTS "Time and numbers"
-- (a period of N working days starts on the day after the event). The columns are renamed inside,
-- so that a caller's column of the same name is not taken for them

create or replace macro score.last_day_before(event, n) as (
    select max(earlier_day)
    from (select day as earlier_day, working_no as earlier_no from ref.day) as earlier
    where earlier_day < event and earlier_no <= (
        select eve_no
        from (select day as eve_day, working_no as eve_no from ref.day) as eve
        where eve_day = event - 1
    ) - n
);
