-- unknown_unit: a skill or industry that the catalogue of the programme does not have.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (skills)

select
    doubt.source_row,
    doubt.source_column,
    doubt.found,
    doubt.field,
    doubt.hint as suggestion,
    min(unit.name_kk) as unit_kk,
    min(unit.name_ru) as unit_ru,
    min(unit.name_en) as unit_en
from staged_doubt as doubt
left join ref.unit as unit on unit.unit = doubt.hint
where doubt.repair = 'unknown_unit'
group by doubt.source_row, doubt.source_column, doubt.found, doubt.field, doubt.hint
order by doubt.source_row, doubt.source_column;
