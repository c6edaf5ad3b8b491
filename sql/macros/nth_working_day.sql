-- score.nth_working_day: the n-th working day after an event; the day of the event never counts.
-- source: CONTRACTS "Time and numbers" (a period of N working days starts on the day after the
-- event); rulebook VC, CS, TC. The columns are renamed inside, so that a caller's column of the
-- same name is not taken for them

create or replace macro score.nth_working_day(event, n) as (
    select min(later_day)
    from (select day as later_day, is_working as is_later_working, working_no as later_no from ref.day)
        as later
    where is_later_working and later_no = n + (
        select event_no
        from (select day as event_day, working_no as event_no from ref.day) as start
        where event_day = event
    )
);
