-- exams: what the pages read of mart.exams.

select
    contest_no, contest, season, region, region_name, organisation, unit, unit_name, starts_on,
    ends_on, registered, examinees, absent, exempt, marked, scores_missing, blocked, to_confirm,
    passports, numbered, experts, mean, lowest, highest, reached, state, is_wsk, is_signed
from mart.exams
order by season desc, region, organisation collate kk, unit, contest
