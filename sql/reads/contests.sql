-- contests: what the pages read of mart.contests.

select
    contest_no, contest, programme, season, level, region, region_name, host, stream,
    unit, unit_name, sector, state, is_live, is_marking, is_final, is_archive, ruleset,
    show_places_while_marking, entries, entries_complete, marks, marks_expected,
    open_aspects, tied, updated_at, updated_batch_no, published_batch_no,
    starts_on, ends_on
from mart.contests
order by contest_no
