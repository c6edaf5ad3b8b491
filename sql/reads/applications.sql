-- applications: what the pages read of mart.applications.

select
    batch_no, receipt, received_at, name, organisation, profession, region, industry,
    missing, is_complete, is_outside_fields
from mart.applications
order by batch_no desc, receipt
