-- The examinees of demonstration exams, as the appender takes them; an examinee is an entry of the
-- exam. A sheet that does not say so is of no exam by WorldSkills requirements.
-- source: rulebook DE-10, DE-13; CONTRACTS "Sheet formats" (exams)

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
    person.examinee as name,
    staged.person,
    staged.region,
    staged.organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    null::boolean as is_minor
from staged_examinee as person
inner join staged on staged.source_row = person.first_row
anti join (
    select
        contest.contest,
        entry.entry
    from known_contest as contest
    inner join fact.entry as entry on entry.contest_no = contest.contest_no
) as known
    on known.contest = person.contest
    and known.entry = person.entry;

create or replace temp view ready_exam_result as
select
    contest,
    source_row,
    source_column,
    entry,
    coalesce(is_wsk, false) as is_wsk,
    site,
    certificate_from,
    certificate_to,
    score,
    is_present,
    is_student,
    basis
from staged_exam
where entry is not null;
