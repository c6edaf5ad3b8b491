-- unknown_indicator: an indicator that the list does not have.
-- kinds: indicators, targets
-- source: rulebook 6.1, 6.2; data/reference/indicators.csv

select
    doubt.source_row,
    doubt.source_column,
    doubt.found,
    doubt.field,
    doubt.hint as suggestion
from staged_doubt as doubt
where doubt.repair = 'unknown_indicator'
order by doubt.source_row;
