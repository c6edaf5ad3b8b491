-- The answers of candidates, as the appender takes them; a candidate is an entry of the contest.
-- source: rulebook VC-09, VC-27 (what proves a claim is kept only as there or not)

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_entry_fact as
select
    person.contest,
    person.first_row as source_row,
    null::varchar as source_column,
    person.entry,
    person.candidate as name,
    null::varchar as person,
    null::varchar as region,
    null::varchar as organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    null::boolean as is_minor
from staged_candidate as person
anti join (
    select
        contest.contest,
        entry.entry
    from known_contest as contest
    inner join fact.entry as entry on entry.contest_no = contest.contest_no
) as known
    on known.contest = person.contest
    and known.entry = person.entry;

create or replace temp view ready_candidate_answer as
select
    contest,
    source_row,
    source_column,
    entry,
    form,
    criterion,
    option,
    amount,
    event_date,
    claimed,
    verified,
    has_evidence,
    channel
from staged_answer
where criterion is not null;
