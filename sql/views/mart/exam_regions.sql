-- mart.exam_regions: demonstration exams of a region in a school year, beside its colleges.
-- grain: one row per season, region
-- source: rulebook DE-09, OQ-05 (to have held an exam and to have introduced the system are two
-- columns), EX-41 (an exam of workers does not count for colleges)

create or replace view mart.exam_regions as
with
held as (
    select
        season,
        region,
        region_name,
        count(*) as exams,
        count(*) filter (is_wsk) as wsk_exams,
        sum(registered)::bigint as registered,
        sum(examinees)::bigint as examinees,
        sum(students)::bigint as students,
        sum(absent)::bigint as absent,
        sum(exempt)::bigint as exempt,
        sum(passports)::bigint as passports,
        sum(numbered)::bigint as numbered,
        count(*) filter (state = 'blocked') as blocked,
        count(*) filter (is_signed) as signed,
        count(distinct lower(organisation)) filter (students > 0) as colleges,
        count(distinct lower(organisation)) filter (students > 0 and is_wsk) as wsk_colleges
    from mart.exams
    group by season, region, region_name
),

there as (
    select
        region,
        count(distinct lower(organisation)) as organisations
    from fact.organisation
    where coalesce(kind, 'college') = 'college'
    group by region
),

introduced as (
    select
        region,
        period,
        max(numerator) as numerator,
        max(denominator) as denominator
    from score.indicator_value
    where
        indicator = 'IND-03'
        and organisation is null
    group by region, period
)

select
    held.season,
    held.region,
    held.region_name,
    held.exams,
    held.wsk_exams,
    held.registered,
    held.examinees,
    held.students,
    held.absent,
    held.exempt,
    held.passports,
    held.numbered,
    held.blocked,
    held.signed,
    held.colleges,
    held.wsk_colleges,
    there.organisations as colleges_known,
    case
        when there.organisations >= held.colleges
            then score.round_thousandths(100, held.colleges, there.organisations)
                / 1000::decimal(9, 3)
    end::decimal(9, 3) as college_share,
    introduced.numerator as introduced,
    introduced.denominator as introduced_of
from held
left join there on there.region = held.region
left join introduced
    on introduced.region = held.region
    and introduced.period = held.season;

comment on view mart.exam_regions is 'Demonstration exams of a region in a school year.';
comment on column mart.exam_regions.season is 'Year in which the school year begins.';
comment on column mart.exam_regions.region is 'ISO code.';
comment on column mart.exam_regions.region_name is 'Name of the region in the reader''s language.';
comment on column mart.exam_regions.exams is 'Exams.';
comment on column mart.exam_regions.wsk_exams is 'Those by WorldSkills requirements.';
comment on column mart.exam_regions.registered is 'Persons on the sheets.';
comment on column mart.exam_regions.examinees is 'Persons who came.';
comment on column mart.exam_regions.students is 'Students among them.';
comment on column mart.exam_regions.absent is 'Persons who did not come and are not freed.';
comment on column mart.exam_regions.exempt is 'Persons who get the passport without the exam.';
comment on column mart.exam_regions.passports is 'Persons who get a passport.';
comment on column mart.exam_regions.numbered is 'Passports with a number of the operator.';
comment on column mart.exam_regions.blocked is 'Exams at a site without valid accreditation.';
comment on column mart.exam_regions.signed is 'Exams that are signed.';
comment on column mart.exam_regions.colleges is 'Colleges that held an exam of students.';
comment on column mart.exam_regions.wsk_colleges is 'Those by WorldSkills requirements.';
comment on column mart.exam_regions.colleges_known is 'Colleges of the region on record.';
comment on column mart.exam_regions.college_share is
    'Colleges that held an exam, percent of those on record; null: fewer are on record.';
comment on column mart.exam_regions.introduced is
    'IND-03 as reported: colleges that introduced the assessment system.';
comment on column mart.exam_regions.introduced_of is 'All colleges, as reported with it.';
