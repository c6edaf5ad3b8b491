-- step_skipped: a result of a candidate who has nothing in the step before.
-- kinds: selection
-- source: rulebook C1 (the order of the steps)

with
spoken as (
    select distinct
        contest,
        candidate,
        step
    from staged_known
    union
    select distinct
        contest,
        candidate,
        step
    from staged_result
    where step is not null
),

needed as (
    select
        source_row,
        contest,
        candidate,
        step,
        case step
            when 'ability' then 'pq'
            when 'essay' then 'ability'
            when 'interview' then 'ability'
            when 'result' then 'interview'
            when 'appointment' then 'interview'
        end as former
    from staged_result
    where candidate is not null
)

select
    needed.source_row,
    (
        select named.source_column
        from staged_column as named
        where named.field = 'candidate'
    ) as source_column,
    needed.candidate as found,
    needed.step,
    needed.former
from needed
anti join spoken
    on spoken.contest = needed.contest
    and spoken.candidate = needed.candidate
    and spoken.step = needed.former
where needed.former is not null
order by needed.source_row;
