-- list_centre: the conditions, documents and steps of one competence centre.

select
    organisation, profile, list, step, item_name, actor, state
from mart.centre_steps
where organisation = $organisation
order by profile, list, step
