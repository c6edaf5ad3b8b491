-- formula_text: a text that a spreadsheet would run as a formula.
-- kinds: all
-- needs: staged_doubt
-- source: formula injection: a cell is a text, never a program

select
    source_row,
    source_column,
    found,
    field
from staged_doubt
where repair = 'formula'
order by source_row, source_column;
