-- The members of entries, as the appender takes them. A minor is who has the 18th birthday after the
-- contest's first day.
-- source: CONTRACTS "Sheet formats" (one row a member); docs/personal.md (minors' names in public)

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_entry_fact as
select
    staged.contest,
    staged.source_row,
    staged.source_column,
    staged.entry,
    staged.name,
    staged.person,
    staged.region,
    staged.organisation,
    coalesce(staged.guest = 'true', false) as is_guest,
    coalesce(staged.status, 'active') as status,
    staged.birth_date as contact_birth_date,
    score.years_after(try_cast(staged.birth_date as date), 18) > contest.starts_on as is_minor
from staged
left join known_contest as contest on contest.contest = staged.contest;
