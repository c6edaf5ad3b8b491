-- member_kept: a member that is no region of ours, kept as written.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (skills)

select
    source_row,
    source_column,
    found,
    field,
    value
from staged_doubt
where repair = 'member'
order by source_row, source_column;
