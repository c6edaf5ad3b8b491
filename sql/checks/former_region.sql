-- former_region: a former name of a region, resolved.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (region)

select
    doubt.source_row,
    doubt.source_column,
    doubt.found,
    doubt.field,
    region.region as suggestion,
    region.name_kk as region_kk,
    region.name_ru as region_ru,
    region.name_en as region_en
from staged_doubt as doubt
inner join ref.region as region on region.region = doubt.value
where doubt.repair = 'former_region'
order by doubt.source_row, doubt.source_column;
