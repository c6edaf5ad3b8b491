-- form_fields: what the pages read of mart.form_fields.

select
    programme, ruleset, ord, field, type, is_required, is_personal, label, due_on,
    is_due_inclusive
from mart.form_fields
order by programme, ord
