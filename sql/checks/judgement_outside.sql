-- judgement_outside: a judgement that is none of 0, 1, 2, 3.
-- kinds: marks
-- needs: staged_outside
-- source: rulebook WM-05

select
    staged.source_row,
    staged.source_column,
    staged.mark as found,
    staged.aspect,
    outside.top
from staged
inner join staged_outside as outside
    on outside.contest = staged.contest
    and outside.aspect = staged.aspect
    and outside.mark = staged.mark
where staged.entry is not null
order by staged.source_row, staged.source_column;
