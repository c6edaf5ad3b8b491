-- list_centre_documents: section 7 of the passport of one centre: its documents, there or not.

select region, profile, list, step, item_name, state
from mart.centre_steps
where
    organisation = $organisation
    and list in ('mandatory', 'optional', 'operation')
order by region, profile, case list when 'mandatory' then 1 when 'optional' then 2 else 3 end, step
