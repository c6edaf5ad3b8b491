-- exam_exemptions: what the pages read of mart.exam_exemptions.

select
    contest_no, contest, entry_no, examinee, name, from_contest, from_entry, level, stream, unit,
    award, verdict, rule, basis
from mart.exam_exemptions
order by verdict, name collate kk, from_contest
