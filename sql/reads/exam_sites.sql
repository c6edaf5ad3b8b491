-- exam_sites: what the pages read of mart.exam_sites.

select
    contest_no, contest, season, region, organisation, unit, starts_on, ends_on, site,
    certificate_from, certificate_to, examinees, blocked, state, rule
from mart.exam_sites
order by blocked desc, region, organisation collate kk, site
