-- What makes a row of a marks sheet the same row: contest, entry, aspect and judge.
-- grain: one row per row of the sheet

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest as contest,
    hash(contest, entry, aspect, coalesce(judge, '')) as thing,
    concat_ws(chr(31), contest, entry, aspect, coalesce(judge, '')) as key
from staged
where mark is not null;

create or replace temp table staged_other_row (source_row integer);

-- Every mark with what its aspect (or criterion) allows; ids by their hash, for a million rows.
create or replace temp table staged_limit as
select
    staged.source_row,
    staged.source_column,
    hash(staged.contest, staged.entry, staged.aspect) as thing,
    try_cast(staged.mark as decimal(18, 3)) as points,
    aspect.kind,
    case when aspect.kind = 'J' then null else coalesce(aspect.max_mark, criterion.max_points) end
        as maximum,
    coalesce(contest.judgement_top, 3) as top,
    coalesce(contest.judgement_spread, 1) as allowed_spread
from staged
left join known_contest as contest on contest.contest = staged.contest
left join known_aspect as aspect
    on aspect.contest = staged.contest
    and aspect.aspect = staged.aspect
left join known_limit as criterion
    on criterion.contest = staged.contest
    and criterion.criterion = staged.aspect
where staged.mark is not null and staged.entry is not null;

create or replace temp view staged_value as
select
    bound.source_row,
    bound.source_column,
    staged.entry,
    staged.aspect as name,
    staged.mark as found,
    bound.points,
    bound.kind,
    bound.maximum,
    bound.top
from staged_limit as bound
inner join staged
    on staged.source_row = bound.source_row
    and staged.source_column = bound.source_column;
