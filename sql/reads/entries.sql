-- entries: what the pages read of mart.entries.

select
    contest_no, contest, programme, season, level, stream, unit, unit_name, host, scope,
    entry, name, region, region_name, organisation, is_guest, status, is_expected
from mart.entries
order by name collate kk nulls last, contest_no, entry
