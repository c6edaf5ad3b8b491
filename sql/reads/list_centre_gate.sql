-- list_centre_gate: how ready one competence centre is to be created (CC-21, CC-36 to CC-38).

select
    organisation, region, region_name, profile, checked_on, satisfied, required, share, status,
    missing, optional_satisfied, optional_total
from mart.centre_readiness
where organisation = $organisation
order by region, profile
