-- paper_contest: what papers say about their contest.

select
    contest_no, contest, programme, season, level, region_name, host_name, stream, unit, unit_name,
    ruleset, starts_on, ends_on, is_final, is_archive
from mart.contests
where contest_no = $contest_no
