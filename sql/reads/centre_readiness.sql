-- centre_readiness: what the pages read of mart.centre_readiness.

select
    organisation, region, region_name, profile, checked_on, satisfied, required, share, status,
    missing, noted, optional_satisfied, optional_total, next_step, is_operating,
    operation_missing, steps_done, steps_required, steps_share, steps_run
from mart.centre_readiness
order by share desc, satisfied desc, organisation collate kk, profile
