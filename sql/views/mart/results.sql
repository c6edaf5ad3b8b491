-- mart.results: every final result, of this and of past seasons.
-- grain: one row per contest_no, entry_no of a final contest
-- source: CONTRACTS "Views" (final: signed and nothing missing; an archive is final); WM-24, BP-16

create or replace view mart.results as
with
total as (
    select
        contest_no,
        entry_no,
        place,
        is_tied,
        total,
        scale,
        award,
        bool_and(marks >= marks_expected and open_aspects = 0) over of_contest as is_complete
    from fact.entry_total
    window of_contest as (partition by contest_no)
)

select
    -- ids
    total.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region as scope_region,
    contest.stream,
    contest.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, contest.unit)
        when 'en' then coalesce(unit.name_en, contest.unit)
        else coalesce(unit.name_kk, contest.unit)
    end as unit_name,
    total.entry_no,
    entry.entry,

    -- who
    entry.name,
    entry.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, entry.region)
        when 'en' then coalesce(region.short_en, entry.region)
        else coalesce(region.short_kk, entry.region)
    end as region_name,
    entry.organisation,

    -- numbers
    total.place,
    total.total,
    total.scale,

    -- words
    total.award,

    -- booleans
    total.is_tied,
    contest.is_archive
from total
inner join fact.contest as contest on contest.contest_no = total.contest_no
inner join score.sign_off as sign_off on sign_off.contest_no = total.contest_no
inner join fact.entry as entry
    on entry.contest_no = total.contest_no
    and entry.entry_no = total.entry_no
left join ref.region as region on region.region = entry.region
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition
where
    contest.is_archive
    or (sign_off.is_signed and total.is_complete);

comment on view mart.results is 'Every final result, of this and of past seasons.';
comment on column mart.results.contest_no is 'Physical key of the contest.';
comment on column mart.results.contest is 'Contest id.';
comment on column mart.results.programme is 'Programme.';
comment on column mart.results.season is 'Season.';
comment on column mart.results.level is 'college, oblast, republic or international.';
comment on column mart.results.scope_region is 'ISO code of the scope of the contest.';
comment on column mart.results.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.results.unit is 'Skill, industry, profession or post.';
comment on column mart.results.unit_name is 'Its name in the reader language.';
comment on column mart.results.entry_no is 'Key of the entry inside its contest.';
comment on column mart.results.entry is 'Entry id, unique inside its contest.';
comment on column mart.results.name is 'Name; the members of a team.';
comment on column mart.results.region is 'ISO code of the own region, or member code.';
comment on column mart.results.region_name is 'Short name of the region in the reader language.';
comment on column mart.results.organisation is 'Own organisation.';
comment on column mart.results.place is '1 is best; null: not ranked.';
comment on column mart.results.total is 'Points; null: a published scale only.';
comment on column mart.results.scale is 'Whole scale score; null: none.';
comment on column mart.results.award is 'Award code; null: none.';
comment on column mart.results.is_tied is 'Shares its place.';
comment on column mart.results.is_archive is 'A result published elsewhere.';
