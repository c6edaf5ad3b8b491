-- person_matches: what the pages read of mart.person_matches.

select
    programme, season, level, region, state, contest_no, contest, entry, name, organisation,
    other_contest, other_entry, other_name, other_organisation, agrees
from mart.person_matches
order by state, name collate kk, contest, entry, other_contest, other_entry
