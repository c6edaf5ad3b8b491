-- list_centre_steps: the steps of the international assessment of one centre (CC-41 to CC-44).

select
    step.organisation, step.region, step.profile, step.step, step.item_name, step.state,
    step.done_on, step.pieces, gate.steps_done, gate.steps_required, gate.steps_run
from mart.centre_steps as step
inner join mart.centre_readiness as gate
    on gate.organisation = step.organisation
    and gate.region is not distinct from step.region
    and gate.profile = step.profile
where
    step.organisation = $organisation
    and step.list = 'assessment'
order by step.region, step.profile, step.step
