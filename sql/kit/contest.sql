-- contest: the contest itself, as published.

select
    contest_no, batch_no, contest, programme, season, level, region, organisation, stream, unit,
    edition, ruleset_hash, starts_on, ends_on, host, is_archive
from fact.contest
where contest_no = $contest_no
