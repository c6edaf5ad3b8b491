-- certificate_reversed: a certificate of a site that ends before it begins.
-- kinds: exams
-- source: rulebook DE-05

select
    exam.source_row,
    named.source_column,
    exam.certificate_to::varchar as found,
    exam.certificate_from
from staged_exam as exam
left join staged_column as named on named.field = 'certificate_to'
where exam.certificate_to < exam.certificate_from
order by exam.source_row;
