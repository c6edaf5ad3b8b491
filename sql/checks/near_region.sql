-- near_region: a region that is not known, but nearly is one.
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
inner join ref.region as region on region.region = doubt.hint
where doubt.repair = 'unknown_region'
order by doubt.source_row, doubt.source_column;
