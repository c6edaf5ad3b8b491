-- applications: what the pages read of mart.applications.

select
    batch_no, receipt, received_at, received_on, due_on, status, name, organisation, profession,
    region, industry, missing, is_complete, is_late, is_outside_fields
from mart.applications
order by batch_no desc, length(receipt), receipt
