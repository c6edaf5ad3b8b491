-- site_without_certificate: an exam that needs an accredited site, and no day of a certificate.
-- kinds: exams
-- source: rulebook DE-05, DE-19, OQ-30 (it can be saved, and not finalised by these requirements)

select
    exam.source_row,
    named.source_column,
    coalesce(exam.site, exam.contest) as found
from staged_exam as exam
left join staged_column as named on named.field = 'certificate_to'
where
    (exam.site_accreditation = 'all' or (exam.site_accreditation = 'wsk' and exam.is_wsk))
    and exam.starts_on is not null
    and exam.ends_on is not null
    and coalesce(exam.is_present, exam.score is not null)
    and coalesce(exam.certificate_from, exam.certificate_to) is null
order by exam.source_row;
