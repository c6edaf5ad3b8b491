-- fact.public_name: how the public reads the names of entries about which that was decided: of the
-- entry itself, else of its contest; and of the entry that it comes from.
-- grain: one row per contest_no, entry_no, batch_no of a sheet that names the entry, in force or
-- not, where names are short, all or those of minors; staff only
-- source: docs/personal.md (minors' names in public)

create or replace view fact.public_name as
with
decided as materialized (
    select
        contest_no,
        entry_no,
        naming
    from fact.naming
    where fact.is_staff_of(contest_no)
),

whole as (
    select
        contest_no,
        max(naming) filter (entry_no is null) as naming
    from decided
    group by contest_no
),

passed as materialized (
    select
        contest_no,
        entry_no,
        batch_no,
        naming
    from fact.passed_naming
    where fact.is_staff_of(contest_no)
),

contest as (
    select contest_no from whole
    union
    select contest_no from passed
),

said as (
    select
        member.contest_no,
        member.entry_no,
        member.batch_no,
        member.source_row,
        member.name_no,
        member.is_minor,
        score.stricter_naming(coalesce(own.naming, whole.naming), passed.naming) as naming
    from contest
    inner join ledger.entry_fact as member on member.contest_no = contest.contest_no
    left join whole on whole.contest_no = member.contest_no
    left join decided as own
        on own.contest_no = member.contest_no
        and own.entry_no = member.entry_no
    left join passed
        on passed.contest_no = member.contest_no
        and passed.entry_no = member.entry_no
        and passed.batch_no = member.batch_no
),

member as (
    select
        said.contest_no,
        said.entry_no,
        said.batch_no,
        said.source_row,
        said.name_no,
        said.naming,
        if(
            score.is_short(said.naming, said.is_minor),
            score.short_name(name.name),
            name.name
        ) as name
    from said
    left join private.name as name on name.name_no = said.name_no
    where said.naming in ('short', 'minors')
)

select
    contest_no,
    entry_no,
    batch_no,
    any_value(naming) as naming,
    array_to_string(
        list_transform(
            list_sort(
                list({'source_row': source_row, 'name_no': name_no, 'name': name})
                    filter (where name is not null)
            ),
            lambda one: one.name
        ),
        ', '
    ) as name
from member
group by contest_no, entry_no, batch_no;

comment on view fact.public_name is
    'How the public reads the names of entries about which that was decided.';
comment on column fact.public_name.contest_no is 'Physical key of the contest.';
comment on column fact.public_name.entry_no is 'Key of the entry inside its contest.';
comment on column fact.public_name.batch_no is 'The sheet that names the entry.';
comment on column fact.public_name.naming is 'short: all names are; minors: theirs are.';
comment on column fact.public_name.name is 'Names of the members; null once erased.';
