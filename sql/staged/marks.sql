-- What checks read of a sheet of marks. Staging has narrowed the rows: ``staged_again`` (another
-- row has the same contest, entry, aspect and judge), ``staged_apart`` (another row has the same
-- contest, entry and aspect, but another mark), ``staged_said`` (each contest, aspect and mark).

-- What makes a row of a marks sheet the same row: contest, entry, aspect and judge.
-- grain: one row per row of the sheet that may be the same as another
create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest as contest,
    hash(contest, entry, aspect, coalesce(judge, '')) as thing,
    concat_ws(chr(31), contest, entry, aspect, coalesce(judge, '')) as key
from staged_again
where entry is not null and aspect is not null;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_region as
select source_column
from staged_column
where field = 'region';

-- Every mark that is given in a contest for an aspect (or criterion), with what is allowed there.
create or replace temp table staged_limit as
select
    said.contest,
    said.aspect,
    said.mark,
    try_cast(said.mark as decimal(18, 3)) as points,
    aspect.kind,
    case when aspect.kind = 'J' then null else coalesce(aspect.max_mark, criterion.max_points) end
        as maximum,
    coalesce(contest.judgement_top, 3) as top,
    coalesce(contest.judgement_spread, 1) as allowed_spread
from staged_said as said
left join known_contest as contest on contest.contest = said.contest
left join known_aspect as aspect
    on aspect.contest = said.contest
    and aspect.aspect = said.aspect
left join known_limit as criterion
    on criterion.contest = said.contest
    and criterion.criterion = said.aspect;

create or replace temp view staged_over as
select
    contest,
    aspect,
    mark,
    maximum
from staged_limit
where points > maximum;

create or replace temp view staged_outside as
select
    contest,
    aspect,
    mark,
    top
from staged_limit
where kind = 'J' and (points > top or points % 1 <> 0);

create or replace temp view staged_above as
select
    staged.source_row,
    staged.source_column,
    staged.aspect as name,
    staged.mark as found,
    over.maximum
from staged
inner join staged_over as over
    on over.contest = staged.contest
    and over.aspect = staged.aspect
    and over.mark = staged.mark
where staged.entry is not null;

-- The marks of judges who do not all say the same; things by their hash, for a million rows.
create or replace temp view staged_judged as
select
    apart.source_row,
    hash(apart.contest, apart.entry, apart.aspect) as thing,
    bound.points,
    bound.kind,
    bound.allowed_spread
from staged_apart as apart
inner join staged_limit as bound
    on bound.contest = apart.contest
    and bound.aspect = apart.aspect
    and bound.mark = apart.mark
where apart.entry is not null;
