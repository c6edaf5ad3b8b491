-- sheet_checks: what the pages read of mart.sheet_checks.

select
    batch_no, check_batch_no, sheet_kind, file_name, "rows", entered_by, entered_at, checked_by,
    checked_at, is_named, is_checked, is_seconded
from mart.sheet_checks
where contest_no = $contest_no
order by batch_no
