-- already_published: a result of the archive that another sheet in force has brought.
-- kinds: archive
-- source: CONTRACTS "Replace and repeat"

select
    result.source_row,
    result.source_column,
    result.entry as found,
    min(scale.batch_no)::varchar as batch_no
from staged_result as result
inner join fact.contest as contest on contest.contest = result.contest
inner join fact.entry as entry
    on entry.contest_no = contest.contest_no
    and entry.entry = result.entry
inner join fact.scale_score as scale
    on scale.contest_no = contest.contest_no
    and scale.entry_no = entry.entry_no
group by result.source_row, result.source_column, result.entry
order by result.source_row;
