-- 15 entries of the oblast in each contest, as the appender takes entries.
create or replace temp table ready_entry_fact as
select
    contest.contest,
    entries.entry_no::integer as source_row,
    'A' as source_column,
    lpad(entries.entry_no::varchar, 2, '0') as entry,
    'Қатысушы ' || contest.contest_no || '-' || entries.entry_no as name,
    null::varchar as person,
    contest.region,
    'Колледж ' || contest.region || '-' || (entries.entry_no % 7) as organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    null::boolean as is_minor
from fact.contest as contest
cross join range(1, 16) as entries (entry_no)
order by contest.contest_no, entries.entry_no;
