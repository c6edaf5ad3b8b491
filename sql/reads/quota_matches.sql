-- quota_matches: what the pages read of mart.quota_matches, all regions of one event.

select region, matches_proposed
from mart.quota_matches
where
    season = $season
    and programme = $programme
    and level = $level
