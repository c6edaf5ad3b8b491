-- passport_export: what the pages read of mart.passport_export.

select
    contest_no, entry_no, ord, column_name, value
from mart.passport_export
order by contest_no, entry_no, ord
