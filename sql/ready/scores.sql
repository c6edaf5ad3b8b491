-- The facts of a sheet of scores, as the appender takes them: points by criterion, or one total
-- where the sheet has no criteria; the entries that no sheet has named before.
-- source: CONTRACTS "Sheet formats" (scores create their entries)

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_score as
select
    staged.contest,
    staged.source_row,
    point.source_column,
    staged.entry,
    staged.judge,
    point.criterion,
    cast(point.points as decimal(9, 3)) as points
from staged
inner join staged_point as point on point.source_row = staged.source_row

union all by name

select
    staged.contest,
    staged.source_row,
    staged.source_column,
    staged.entry,
    staged.judge,
    'total' as criterion,
    cast(staged.total as decimal(9, 3)) as points
from staged
where
    staged.total is not null
    and not exists (select 1 from staged_column as criteria where criteria.field = 'points');

create or replace temp view ready_entry_fact as
select
    staged.contest,
    min(staged.source_row) as source_row,
    arg_min(staged.source_column, staged.source_row) as source_column,
    staged.entry,
    arg_min(staged.name, staged.source_row) as name,
    null::varchar as person,
    arg_min(staged.region, staged.source_row) as region,
    arg_min(staged.organisation, staged.source_row) as organisation,
    false as is_guest,
    'active' as status,
    null::varchar as contact_birth_date,
    null::boolean as is_minor
from staged
anti join (
    select
        contest.contest,
        entry.entry
    from known_contest as contest
    inner join fact.entry as entry on entry.contest_no = contest.contest_no
) as known
    on known.contest = staged.contest
    and known.entry = staged.entry
group by staged.contest, staged.entry;
