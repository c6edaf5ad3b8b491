-- centre_steps: what the pages read of mart.centre_steps.

select
    organisation, region, profile, list, step, item, item_name, actor, output, is_required,
    is_conditional, is_applicable, state, done_on, pieces, minimum
from mart.centre_steps
order by organisation collate kk, region, profile, list, step
