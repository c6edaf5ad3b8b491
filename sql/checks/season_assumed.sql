-- season_assumed: neither the sheet nor its title nor the upload says the school year.
-- kinds: schedule, events
-- source: CONTRACTS "Sheet formats" (schedule: else the current school year, with a warning)

select
    min(plan.source_row) as source_row,
    any_value(named.source_column) as source_column,
    concat(any_value(sheet.season), '–', any_value(sheet.season) + 1) as found
from staged_plan as plan
cross join staged_sheet as sheet
inner join staged_raw as raw on raw.source_row = plan.source_row
left join staged_column as named on named.field = 'season'
where
    sheet.season_from = 'today'
    and raw.season is null
    and not plan.says_season
having count(*) > 0;
