-- list_passports: who gets a Skills Passport by an exam (DE-16); the form is the operator's.

select
    contest, unit, unit_name, name, examinee, organisation, score, max_points, number
from mart.passports
where
    contest_no = $contest_no
    and eligible
order by name collate kk, examinee
