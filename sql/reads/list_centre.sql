-- list_centre: the conditions, documents and steps of one competence centre.

select
    organisation, region, profile, list, step, item_name, actor, state
from mart.centre_steps
where organisation = $organisation
order by region, profile, list, step
