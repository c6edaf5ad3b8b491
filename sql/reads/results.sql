-- results: the final results in which every word of a search is found, the newest first.

select
    contest_no, contest, programme, season, level, stream, unit, unit_name, entry, name, region,
    region_name, organisation, place, is_tied, total, scale, award, is_archive
from mart.results
where list_bool_and([
    contains(score.searched(concat_ws(' ', name, organisation)), word)
    for word in string_split(score.searched($words), ' ')
])
order by season desc, contest_no, place nulls last, entry
