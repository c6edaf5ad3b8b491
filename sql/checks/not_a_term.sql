-- not_a_term: a cell of months that names none, or that has days in it.
-- kinds: schedule, events
-- source: rulebook TC-S01 to TC-S13, OQ-10 (a day is never guessed)

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'not_a_term'
order by source_row, source_column;
