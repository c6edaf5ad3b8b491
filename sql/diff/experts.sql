-- What a sheet of experts says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', for_contest, name) as key,
        source_row,
        [
            {'field': 'region', 'value': (region)::varchar},
            {'field': 'organisation', 'value': (organisation)::varchar},
            {'field': 'employer_kind', 'value': (employer_kind)::varchar},
            {'field': 'role', 'value': (role)::varchar},
            {'field': 'conflict', 'value': (conflict)::varchar}
        ] as parts
    from ready_expert
) as given
cross join unnest(given.parts) as listed (part);

create or replace temp table diff_old as
select
    given.key,
    null::integer as source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest.contest, expert.name) as key,
        [
            {'field': 'region', 'value': (expert.region)::varchar},
            {'field': 'organisation', 'value': (expert.organisation)::varchar},
            {'field': 'employer_kind', 'value': (expert.employer_kind)::varchar},
            {'field': 'role', 'value': (expert.role)::varchar},
            {'field': 'conflict', 'value': (expert.conflict)::varchar}
        ] as parts
    from fact.expert as expert
    inner join ledger.contest as contest on contest.contest_no = expert.for_contest_no
    where expert.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
