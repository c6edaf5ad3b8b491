-- list_extracts: what is known of each Skills Passport; its form is the operator's (DE-11, DE-16).

select
    number, name, examinee, organisation, unit, unit_name, edition, site, certificate_from,
    certificate_to, score, max_points, score_text, basis, operator, starts_on, ends_on
from mart.passports
where
    contest_no = $contest_no
    and eligible
order by name collate kk, examinee
