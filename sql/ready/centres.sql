-- Checklist items of competence centres, as the appender takes them; one subject for all.
-- source: rulebook CC-21, OQ-12 (the profile where a sheet names none)

create or replace temp view ready_contest as
select distinct 'centres' as contest
from staged;

create or replace temp view ready_centre_item as
select
    'centres' as contest,
    staged.source_row,
    staged.source_column,
    checklist.ruleset_hash,
    staged.organisation,
    coalesce(staged.region, home.region) as region,
    coalesce(staged.profile, checklist.profile) as profile,
    staged.item,
    staged.state,
    staged.basis,
    staged.evidence,
    cast(staged.done_on as date) as done_on,
    cast(staged.valid_to as date) as valid_to,
    cast(staged.checked_on as date) as checked_on
from staged
cross join known_checklist as checklist
left join known_home as home on home.organisation = lower(staged.organisation);
