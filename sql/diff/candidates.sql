-- What a sheet of candidates says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(
            ' · ', contest, entry, criterion, option,
            nullif(row_number() over same_line, 1)
        ) as key,
        source_row,
        [
            {'field': 'count', 'value': (amount)::varchar},
            {'field': 'event_date', 'value': (event_date)::varchar},
            {'field': 'claimed', 'value': (claimed)::varchar},
            {'field': 'verified', 'value': (verified)::varchar},
            {'field': 'evidence', 'value': (has_evidence)::varchar}
        ] as parts
    from ready_candidate_answer
    window same_line as (partition by contest, entry, criterion, option order by source_row)
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
            ' · ', contest.contest, registry.entry, answer.criterion, answer.option,
            nullif(row_number() over same_line, 1)
        ) as key,
        [
            {'field': 'count', 'value': (answer.amount)::varchar},
            {'field': 'event_date', 'value': (answer.event_date)::varchar},
            {'field': 'claimed', 'value': (answer.claimed)::varchar},
            {'field': 'verified', 'value': (answer.verified)::varchar},
            {'field': 'evidence', 'value': (answer.has_evidence)::varchar}
        ] as parts
    from fact.candidate_answer as answer
    inner join ledger.contest as contest on contest.contest_no = answer.contest_no
    inner join ledger.entry as registry
        on registry.contest_no = answer.contest_no
        and registry.entry_no = answer.entry_no
    where answer.batch_no = $batch_no
    window same_line as (
        partition by answer.contest_no, answer.entry_no, answer.criterion, answer.option
        order by answer.source_row
    )
) as given
cross join unnest(given.parts) as listed (part);
