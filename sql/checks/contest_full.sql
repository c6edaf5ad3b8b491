-- contest_full: more entries than the contest admits.
-- kinds: entries, scores
-- source: CONTRACTS "Sheet formats" (max_entries)

select
    max(staged.source_row) as source_row,
    any_value(staged.source_column) as source_column,
    contest.contest as found,
    count(distinct staged.entry) as entries,
    contest.max_entries as maximum
from staged
inner join known_contest as contest on contest.contest = staged.contest
group by contest.contest, contest.max_entries
having count(distinct staged.entry) > contest.max_entries
order by source_row;
