-- unknown_centre_item: an item that the checklist of centres does not have.
-- kinds: centres
-- source: rulebook CC-03 to CC-47; data/rulesets/competence-centre-2021.toml

select
    doubt.source_row,
    doubt.source_column,
    doubt.found,
    doubt.field,
    doubt.hint as suggestion
from staged_doubt as doubt
where doubt.repair = 'unknown_centre_item'
order by doubt.source_row;
