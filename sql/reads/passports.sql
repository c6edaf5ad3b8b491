-- passports: what the pages read of mart.passports.

select
    contest_no, contest, season, region, region_name, organisation, entry_no, examinee, name,
    unit, unit_name, ends_on, site, score, max_points, grade, score_text, basis, reason, rule,
    number, operator, eligible, is_final, is_number_shared, is_to_confirm
from mart.passports
order by season desc, region, organisation collate kk, contest, entry_no
