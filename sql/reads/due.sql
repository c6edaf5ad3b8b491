-- due: what can be issued about a contest, and in which languages that is done and valid.

select
    contest_no, contest, kind, entry_no, entry, name, region, region_name, organisation, members,
    award, statement, valid_in
from mart.due
where contest_no = $contest_no
order by kind, name collate kk nulls first, entry
