-- ambiguous_region: a text that may be several regions; the choices are named.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Ids" (region)

select
    doubt.source_row,
    doubt.source_column,
    doubt.found,
    doubt.field,
    doubt.hint as suggestion,
    string_agg(region.name_kk, ', ' order by region.region) as regions_kk,
    string_agg(region.name_ru, ', ' order by region.region) as regions_ru,
    string_agg(region.name_en, ', ' order by region.region) as regions_en
from staged_doubt as doubt
left join ref.region as region
    on list_contains(string_split(doubt.hint, ','), region.region)
where doubt.repair = 'ambiguous_region'
group by doubt.source_row, doubt.source_column, doubt.found, doubt.field, doubt.hint
order by doubt.source_row, doubt.source_column;
