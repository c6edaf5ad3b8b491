-- unknown_chosen_contest: the contest chosen at upload does not exist.
-- kinds: marks, scores, scheme, entries, experts
-- source: CONTRACTS "Sheet formats" (a sheet without a contest column)

select
    null::integer as source_row,
    null::varchar as source_column,
    sheet.contest as found
from staged_sheet as sheet
anti join known_contest as known on known.contest = sheet.contest
where sheet.contest is not null;
