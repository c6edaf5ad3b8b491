-- list_centre_gate: how ready one competence centre is to be created (CC-21, CC-36 to CC-38), and
-- what each missing condition and document is called.

with
missing as (
    select
        gate.region,
        gate.profile,
        string_agg(step.item || ' · ' || step.item_name, chr(10) order by step.list, step.step)
            as missing_named
    from mart.centre_readiness as gate
    inner join mart.centre_steps as step
        on step.organisation = gate.organisation
        and step.region is not distinct from gate.region
        and step.profile = gate.profile
        and list_contains(string_split(gate.missing, ', '), step.item)
    where
        gate.organisation = $organisation
        and step.organisation = $organisation
    group by gate.region, gate.profile
)

select
    gate.organisation, gate.region, gate.region_name, gate.profile, gate.checked_on,
    gate.satisfied, gate.required, gate.share, gate.status, gate.missing, missing.missing_named,
    gate.optional_satisfied, gate.optional_total
from mart.centre_readiness as gate
left join missing
    on missing.region is not distinct from gate.region
    and missing.profile = gate.profile
where gate.organisation = $organisation
order by gate.region, gate.profile
