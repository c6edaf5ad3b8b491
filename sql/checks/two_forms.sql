-- two_forms: a candidate with lines of both sheets.
-- kinds: candidates
-- source: rulebook VC-08

select
    min(answer.source_row) as source_row,
    named.source_column,
    answer.entry as found
from staged_answer as answer
left join staged_column as named on named.field = 'form'
where answer.form is not null
group by answer.contest, answer.entry, named.source_column
having count(distinct answer.form) > 1
order by source_row;
