-- What a sheet of results says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, entry, step, part, member) as key,
        source_row,
        [
            {'field': 'score', 'value': (score)::varchar},
            {'field': 'category', 'value': category},
            {'field': 'seniority_days', 'value': (seniority_days)::varchar},
            {'field': 'education', 'value': education},
            {'field': 'status', 'value': status},
            {'field': 'violation', 'value': violation},
            {'field': 'at', 'value': (epoch_us(happened_at))::varchar}
        ] as parts
    from ready_selection_result
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
        concat_ws(
            ' · ', contest.contest, registry.entry, result.step, result.part, result.member
        ) as key,
        [
            {'field': 'score', 'value': (result.score)::varchar},
            {'field': 'category', 'value': result.category},
            {'field': 'seniority_days', 'value': (result.seniority_days)::varchar},
            {'field': 'education', 'value': result.education},
            {'field': 'status', 'value': result.status},
            {'field': 'violation', 'value': result.violation},
            {'field': 'at', 'value': (epoch_us(result.happened_at))::varchar}
        ] as parts
    from fact.selection_result as result
    inner join ledger.contest as contest on contest.contest_no = result.contest_no
    inner join ledger.entry as registry
        on registry.contest_no = result.contest_no
        and registry.entry_no = result.entry_no
    where result.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
