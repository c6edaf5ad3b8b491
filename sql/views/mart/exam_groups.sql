-- mart.exam_groups: demonstration exams of a school year together: all, by region, by competency.
-- grain: one row per season, scope, region, unit
-- source: rulebook DE-10 (points of all marked examinees have one mean, not a mean of means),
-- DE-12, DE-19; a threshold only where the ruleset converts points into grades

create or replace view mart.exam_groups as
with
together as (
    select
        season,
        region,
        unit,
        grouping(region, unit) as level,
        any_value(region_name) as region_name,
        any_value(unit_name) as unit_name,
        count(*) as exams,
        count(distinct coalesce(region, '') || chr(31) || lower(organisation)) as colleges,
        sum(registered)::bigint as registered,
        sum(examinees)::bigint as examinees,
        sum(absent)::bigint as absent,
        sum(exempt)::bigint as exempt,
        sum(marked)::bigint as marked,
        sum(points) as points,
        min(lowest) as lowest,
        max(highest) as highest,
        sum(reached)::bigint as reached,
        sum(passports)::bigint as passports,
        sum(numbered)::bigint as numbered,
        sum(blocked)::bigint as blocked,
        count(*) filter (state = 'blocked') as blocked_exams,
        count(*) filter (is_signed) as signed
    from mart.exams
    group by grouping sets ((season), (season, region), (season, unit), (season, region, unit))
)

select
    season,
    case level
        when 0 then 'region_unit'
        when 1 then 'region'
        when 2 then 'unit'
        else 'country'
    end as scope,
    region,
    if(level in (0, 1), region_name, null) as region_name,
    unit,
    if(level in (0, 2), unit_name, null) as unit_name,
    exams,
    colleges,
    registered,
    examinees,
    absent,
    exempt,
    marked,
    case
        when marked > 0
            then score.round_thousandths(1, (points * 1000)::bigint, 1000 * marked)
                / 1000::decimal(9, 3)
    end::decimal(9, 3) as mean,
    lowest,
    highest,
    reached,
    passports,
    numbered,
    blocked,
    blocked_exams,
    signed
from together;

comment on view mart.exam_groups is 'Demonstration exams of a school year, taken together.';
comment on column mart.exam_groups.season is 'Year in which the school year begins.';
comment on column mart.exam_groups.scope is 'country, region, unit, or region_unit.';
comment on column mart.exam_groups.region is 'ISO code; null: all regions.';
comment on column mart.exam_groups.region_name is 'Its name in the reader''s language.';
comment on column mart.exam_groups.unit is 'Competency; null: all.';
comment on column mart.exam_groups.unit_name is 'Its name in the reader''s language.';
comment on column mart.exam_groups.exams is 'Exams.';
comment on column mart.exam_groups.colleges is 'Colleges and centres that hold them.';
comment on column mart.exam_groups.registered is 'Persons on the sheets.';
comment on column mart.exam_groups.examinees is 'Persons who came.';
comment on column mart.exam_groups.absent is 'Persons who did not come and are not freed.';
comment on column mart.exam_groups.exempt is 'Persons who get the passport without the exam.';
comment on column mart.exam_groups.marked is 'Examinees with points.';
comment on column mart.exam_groups.mean is 'Mean points of the marked, to thousandths.';
comment on column mart.exam_groups.lowest is 'Least points.';
comment on column mart.exam_groups.highest is 'Greatest points.';
comment on column mart.exam_groups.reached is
    'Examinees above the lowest grade; null: no ruleset has a threshold (DE-10).';
comment on column mart.exam_groups.passports is 'Persons who get a passport.';
comment on column mart.exam_groups.numbered is 'Passports with a number of the operator.';
comment on column mart.exam_groups.blocked is 'Examinees at a site without accreditation.';
comment on column mart.exam_groups.blocked_exams is 'Exams with such examinees.';
comment on column mart.exam_groups.signed is 'Exams that are signed.';
