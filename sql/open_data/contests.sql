-- contests: the published contests of a season.

select
    contest, programme, season, level, region, host, stream, unit, unit_name, edition,
    organisation, ruleset, starts_on, ends_on, entries, published_batch_no, is_final, is_archive
from mart.contests
where season = $season
order by contest
