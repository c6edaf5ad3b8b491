-- The rows of a marking scheme by their sort: aspects, and what each judgement score means.
-- An aspect without an id is numbered in the order of the sheet (A1.M1, A1.J1, ...).
-- source: rulebook WM-03, WM-10

create or replace temp table staged_other_row as
select source_row
from staged
where
    max_mark is null
    and (score is not null or (type is null and aspect is null and description is null));

create or replace temp table staged_aspect as
with
rows_of_aspects as (
    select
        staged.contest,
        staged.source_row,
        staged.source_column,
        coalesce(
            staged.aspect,
            staged.sub_criterion || '.' || staged.type || row_number() over of_type
        ) as aspect,
        coalesce(staged.criterion, regexp_extract(staged.sub_criterion, '^\D+')) as criterion,
        staged.sub_criterion,
        staged.type as kind,
        staged.description,
        staged.extra,
        staged.requirement,
        try_cast(staged.wsos_section as integer) as wsos_section,
        try_cast(staged.wsos_weight as decimal(9, 3)) as wsos_weight,
        try_cast(staged.max_mark as decimal(9, 3)) as max_mark,
        staged.partial_rule
    from staged
    anti join staged_other_row as other on other.source_row = staged.source_row
    window of_type as (
        partition by staged.contest, staged.sub_criterion, staged.type
        order by staged.source_row
    )
),

headed as (
    select
        contest,
        sub_criterion,
        min(name) as sub_criterion_name,
        min(try_cast(day as integer)) as day
    from staged
    group by contest, sub_criterion
)

select
    aspect.contest,
    aspect.source_row,
    aspect.source_column,
    aspect.aspect,
    aspect.criterion,
    aspect.sub_criterion,
    headed.sub_criterion_name,
    headed.day,
    aspect.kind,
    aspect.description,
    aspect.requirement,
    aspect.wsos_section,
    aspect.wsos_weight,
    aspect.max_mark,
    coalesce(aspect.partial_rule, aspect.extra) as partial_rule
from rows_of_aspects as aspect
left join headed
    on headed.contest is not distinct from aspect.contest
    and headed.sub_criterion is not distinct from aspect.sub_criterion;

create or replace temp table staged_descriptor as
select
    staged.contest,
    staged.source_row,
    coalesce(staged.source_column, '') as source_column,
    aspect.aspect,
    try_cast(staged.score as integer) as score,
    coalesce(staged.extra, staged.description) as descriptor
from staged
semi join staged_other_row as other on other.source_row = staged.source_row
asof left join staged_aspect as aspect on staged.source_row >= aspect.source_row
where staged.score is not null;

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, aspect) as thing,
    concat_ws(chr(31), contest, aspect) as key
from staged_aspect;
