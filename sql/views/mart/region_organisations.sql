-- mart.region_organisations: what each organisation of a region does in a season, and the year before.
-- grain: one row per season, region, organisation
-- source: rulebook WS-12 (medal points; no guests), DE-12 (examinees), EX-35; an organisation on
-- record that did nothing in a season stays listed with nothing

create or replace view mart.region_organisations as
with
entered as (
    select
        season,
        region,
        organisation,
        count(*)::integer as entries,
        (count(*) filter (award in ('gold', 'silver', 'bronze')))::integer as medals,
        sum(medal_points)::bigint as medal_points,
        0 as exams,
        0 as examinees
    from score.bench_entry
    where organisation is not null
    group by season, region, organisation
),

examined as (
    select
        contest.season,
        contest.region,
        contest.organisation,
        0 as entries,
        0 as medals,
        0 as medal_points,
        count(distinct result.contest_no)::integer as exams,
        (count(*) filter (result.took_part))::integer as examinees
    from score.exam_result as result
    inner join fact.contest as contest on contest.contest_no = result.contest_no
    where contest.organisation is not null
    group by contest.season, contest.region, contest.organisation
),

given as materialized (
    select
        season,
        region,
        lower(organisation) as folded,
        organisation,
        entries,
        medals,
        medal_points,
        exams,
        examinees
    from entered
    union all
    select
        season,
        region,
        lower(organisation) as folded,
        organisation,
        entries,
        medals,
        medal_points,
        exams,
        examinees
    from examined
),

listed as materialized (
    select
        region,
        lower(organisation) as folded,
        max_by(organisation, (batch_no, source_row)) as organisation,
        max_by({'kind': kind, 'students': students}, (batch_no, source_row)) as newest
    from fact.organisation
    group by region, lower(organisation)
),

counted as materialized (
    select
        season,
        region,
        folded,
        min(organisation) as organisation,
        sum(entries)::integer as entries,
        sum(medals)::integer as medals,
        sum(medal_points)::bigint as medal_points,
        sum(exams)::integer as exams,
        sum(examinees)::integer as examinees
    from (
        select
            season,
            region,
            folded,
            organisation,
            entries,
            medals,
            medal_points,
            exams,
            examinees
        from given
        union all
        select
            season.season,
            listed.region,
            listed.folded,
            listed.organisation,
            0 as entries,
            0 as medals,
            0 as medal_points,
            0 as exams,
            0 as examinees
        from listed
        cross join (
            select distinct season
            from given
        ) as season
    ) as everybody
    group by season, region, folded
)

select
    counted.season,
    counted.region,
    counted.organisation,
    listed.newest.kind,
    listed.newest.students,
    counted.entries,
    counted.medals,
    counted.medal_points,
    counted.exams,
    counted.examinees,
    before.entries as entries_before,
    before.medal_points as medal_points_before,
    counted.medal_points - before.medal_points as medal_points_change,
    before.examinees as examinees_before,
    listed.region is not null as is_on_record
from counted
left join listed
    on listed.region = counted.region
    and listed.folded = counted.folded
left join counted as before
    on before.season = counted.season - 1
    and before.region = counted.region
    and before.folded = counted.folded;

comment on view mart.region_organisations is 'What each organisation of a region does in a season.';
comment on column mart.region_organisations.season is 'Year in which the season begins.';
comment on column mart.region_organisations.region is 'ISO code.';
comment on column mart.region_organisations.organisation is 'Name.';
comment on column mart.region_organisations.kind is 'college, ...; null: not on record.';
comment on column mart.region_organisations.students is 'Students on record.';
comment on column mart.region_organisations.entries is 'Competing entries at championships.';
comment on column mart.region_organisations.medals is 'Gold, silver and bronze medals.';
comment on column mart.region_organisations.medal_points is 'Medal points.';
comment on column mart.region_organisations.exams is 'Demonstration exams it holds.';
comment on column mart.region_organisations.examinees is 'Persons who came to them.';
comment on column mart.region_organisations.entries_before is
    'Entries a season earlier; null: nothing is known of that season.';
comment on column mart.region_organisations.medal_points_before is 'Medal points then.';
comment on column mart.region_organisations.medal_points_change is 'Medal points more than then.';
comment on column mart.region_organisations.examinees_before is 'Examinees then.';
comment on column mart.region_organisations.is_on_record is 'Stands in the list of organisations.';
