-- The results of steps, as the appender takes them; a candidate is an entry named by the number.
-- source: rulebook CS-12 (the personal number stands for the person)

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_entry_fact as
select
    result.contest,
    min(result.source_row) as source_row,
    arg_min(result.source_column, result.source_row) as source_column,
    result.candidate as entry,
    result.candidate as name,
    null::varchar as person,
    null::varchar as region,
    null::varchar as organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    null::boolean as is_minor
from staged_result as result
anti join (
    select
        contest.contest,
        entry.entry
    from known_contest as contest
    inner join fact.entry as entry on entry.contest_no = contest.contest_no
) as known
    on known.contest = result.contest
    and known.entry = result.candidate
where result.candidate is not null
group by result.contest, result.candidate;

create or replace temp view ready_selection_result as
select
    contest,
    source_row,
    source_column,
    candidate as entry,
    step,
    part,
    member,
    score,
    category,
    seniority_days,
    education,
    status,
    violation,
    happened_at
from staged_result
where step is not null;
