-- What a sheet of exams says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, entry) as key,
        source_row,
        [
            {'field': 'wsk_type', 'value': (is_wsk)::varchar},
            {'field': 'site', 'value': (site)::varchar},
            {'field': 'certificate_from', 'value': (certificate_from)::varchar},
            {'field': 'certificate_to', 'value': (certificate_to)::varchar},
            {'field': 'score', 'value': (score::decimal(9, 3))::varchar},
            {'field': 'present', 'value': (is_present)::varchar},
            {'field': 'student', 'value': (is_student)::varchar},
            {'field': 'basis', 'value': (basis)::varchar}
        ] as parts
    from ready_exam_result
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
        concat_ws(' · ', contest.contest, registry.entry) as key,
        [
            {'field': 'wsk_type', 'value': (one.is_wsk)::varchar},
            {'field': 'site', 'value': (one.site)::varchar},
            {'field': 'certificate_from', 'value': (one.certificate_from)::varchar},
            {'field': 'certificate_to', 'value': (one.certificate_to)::varchar},
            {'field': 'score', 'value': (one.score)::varchar},
            {'field': 'present', 'value': (one.is_present)::varchar},
            {'field': 'student', 'value': (one.is_student)::varchar},
            {'field': 'basis', 'value': (one.basis)::varchar}
        ] as parts
    from fact.exam_result as one
    inner join ledger.contest as contest on contest.contest_no = one.contest_no
    inner join ledger.entry as registry
        on registry.contest_no = one.contest_no
        and registry.entry_no = one.entry_no
    where one.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
