-- What makes a row of a scores sheet the same row: contest, entry and judge.
-- grain: one row per row of the sheet that names its entry

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest as contest,
    hash(contest, entry, coalesce(judge, '')) as thing,
    concat_ws(chr(31), contest, entry, coalesce(judge, '')) as key
from staged
where entry is not null;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_region as
select source_column
from staged_column
where field = 'region';

-- Every number of points above what its criterion allows.
create or replace temp view staged_above as
select
    point.source_row,
    point.source_column,
    point.criterion as name,
    point.points as found,
    limits.max_points as maximum
from staged_point as point
inner join staged on staged.source_row = point.source_row
inner join known_limit as limits
    on limits.contest = staged.contest
    and limits.criterion = point.criterion
where try_cast(point.points as decimal(18, 3)) > limits.max_points;

create or replace temp view staged_over as
select name
from staged_above;

-- Every number of points, a bare total among them, before anything is cast.
create or replace temp view staged_points as
select
    staged.contest,
    staged.entry,
    staged.judge,
    point.criterion,
    point.points,
    point.source_row
from staged_point as point
inner join staged on staged.source_row = point.source_row

union all

select
    staged.contest,
    staged.entry,
    staged.judge,
    'total' as criterion,
    staged.total as points,
    staged.source_row
from staged
where
    staged.total is not null
    and not exists (select 1 from staged_column as criteria where criteria.field = 'points');
