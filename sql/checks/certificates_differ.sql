-- certificates_differ: one site of one exam with two certificates.
-- kinds: exams
-- source: rulebook DE-05

with
first as (
    select
        contest,
        lower(site) as site,
        arg_min(
            concat_ws(' – ', certificate_from, certificate_to), source_row
        ) filter (coalesce(certificate_from, certificate_to) is not null) as certificate
    from staged_exam
    where site is not null
    group by contest, lower(site)
)

select
    exam.source_row,
    named.source_column,
    concat_ws(' – ', exam.certificate_from, exam.certificate_to) as found,
    first.certificate
from staged_exam as exam
inner join first
    on first.contest = exam.contest
    and first.site = lower(exam.site)
left join staged_column as named on named.field = 'certificate_to'
where
    coalesce(exam.certificate_from, exam.certificate_to) is not null
    and concat_ws(' – ', exam.certificate_from, exam.certificate_to) <> first.certificate
order by exam.source_row;
