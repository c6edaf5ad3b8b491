-- mart.contests: the contests with their names, their state and how far the marking is.
-- grain: one row per contest_no
-- source: CONTRACTS "States", "Ids"; rulebook WM-08, WM-09, BP-16

create or replace view mart.contests as
select
    -- ids
    contest.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region,
    contest.stream,
    contest.unit,
    contest.edition,
    contest.host,
    contest.organisation,
    ruleset.ruleset,

    -- names
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,
    case getvariable('lang')::varchar
        when 'ru' then host.name_ru
        when 'en' then host.name_en
        else host.name_kk
    end as host_name,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, contest.unit)
        when 'en' then coalesce(unit.name_en, contest.unit)
        else coalesce(unit.name_kk, contest.unit)
    end as unit_name,
    case getvariable('lang')::varchar
        when 'ru' then unit.sector_ru
        when 'en' then unit.sector_en
        else unit.sector_kk
    end as sector,

    -- dates
    contest.starts_on,
    contest.ends_on,
    state.updated_at,
    state.updated_batch_no,

    -- numbers
    state.entries,
    state.entries_complete,
    state.marks,
    state.marks_expected,
    state.open_aspects,
    state.tied,
    state.published_batch_no,

    -- state
    state.state,
    not contest.is_archive and not state.is_signed and state.marks > 0 as is_live,
    not contest.is_archive
    and not state.is_signed
    and state.marks > 0
    and (not state.is_complete or state.open_aspects > 0) as is_marking,
    contest.is_archive or (state.is_signed and state.is_complete) as is_final,
    contest.is_archive,
    coalesce(ruleset.show_places_while_marking, false) as show_places_while_marking
from fact.contest as contest
inner join score.contest_state as state on state.contest_no = contest.contest_no
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
left join ref.region as host on host.region = contest.host
left join ref.region as region on region.region = contest.region
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition;

comment on view mart.contests is 'The contests with their names and their state.';
comment on column mart.contests.contest_no is 'Physical key of the contest.';
comment on column mart.contests.contest is 'Contest id, opaque.';
comment on column mart.contests.programme is 'Programme.';
comment on column mart.contests.season is 'Year in which the event or its school year begins.';
comment on column mart.contests.level is 'college, oblast, republic or international.';
comment on column mart.contests.region is 'ISO code of the scope.';
comment on column mart.contests.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.contests.unit is 'Skill, industry, profession or post.';
comment on column mart.contests.edition is 'Edition of the catalogue.';
comment on column mart.contests.host is 'ISO code of the host.';
comment on column mart.contests.organisation is 'Organisation of a college contest.';
comment on column mart.contests.ruleset is 'Ruleset in force.';
comment on column mart.contests.region_name is 'Name of the region in the reader''s language.';
comment on column mart.contests.host_name is 'Name of the host in the reader''s language.';
comment on column mart.contests.unit_name is 'Name of the unit in the reader''s language.';
comment on column mart.contests.sector is 'Sector of the skill in the reader''s language.';
comment on column mart.contests.starts_on is 'First day.';
comment on column mart.contests.ends_on is 'Last day.';
comment on column mart.contests.updated_at is 'Time of the newest act, UTC.';
comment on column mart.contests.updated_batch_no is 'The newest act, publications apart.';
comment on column mart.contests.entries is 'Competitors and teams.';
comment on column mart.contests.entries_complete is 'Entries with every mark and no open re-score.';
comment on column mart.contests.marks is 'Aspects or criteria marked, over all entries.';
comment on column mart.contests.marks_expected is
    'Aspects or criteria to be marked, over all entries.';
comment on column mart.contests.open_aspects is 'Aspects in need of a re-score.';
comment on column mart.contests.tied is 'Entries that share a place.';
comment on column mart.contests.published_batch_no is 'The public sees facts up to this batch.';
comment on column mart.contests.state is 'planned, open, marked, signed, decided or published.';
comment on column mart.contests.is_live is 'Marks come in and nothing is signed.';
comment on column mart.contests.is_marking is
    'Live, and marks are still missing or to be given again.';
comment on column mart.contests.is_final is 'Signed with nothing missing, or published elsewhere.';
comment on column mart.contests.is_archive is 'A result published elsewhere.';
comment on column mart.contests.show_places_while_marking is
    'Juries may see places while they mark (WM-08).';
