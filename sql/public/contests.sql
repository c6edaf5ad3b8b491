-- contests: what the public board says about each published contest beside its entries.

select
    contest_no, contest, programme, season, level, region, region_name, host_name, stream, unit,
    unit_name, is_final, is_archive, show_places_while_marking, entries, entries_complete, marks,
    marks_expected, updated_at, updated_batch_no, published_batch_no,
    concat_ws('-', programme, season, level, region) as event
from mart.contests
order by contest_no
