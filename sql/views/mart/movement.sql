-- mart.movement: what each region has done of the duties of the movement, as the data show it.
-- grain: one row per programme, season, level, region; every region of the country at the levels
-- that regions answer for, where anybody held something in that season
-- source: rulebook WS-05.1, WS-05.3, WS-06.1, WS-06.2 (held, streams, social partners as experts),
-- WS-09, WS-15. The use of the assessment system (WS-11) is no fact of the ledger and not shown

create or replace view mart.movement as
with
contest as (
    select
        rule.programme,
        rule.season,
        rule.level,
        rule.region,
        rule.contest_no,
        rule.stream,
        rule.organisation,
        contest.starts_on,
        contest.ends_on,
        level_rule.streams,
        exists (
            select total.entry_no
            from fact.entry_total as total
            where
                total.contest_no = rule.contest_no
                and total.place is not null
        ) as is_held
    from score.seat_rule as rule
    inner join fact.contest as contest on contest.contest_no = rule.contest_no
    inner join ref.level_rule as level_rule
        on level_rule.ruleset_hash = contest.ruleset_hash
        and level_rule.level = contest.level
    where rule.level in ('college', 'oblast')
),

season as (
    select
        programme,
        season,
        level,
        list_sort(list_distinct(flatten(list(streams)))) as streams_expected
    from contest
    group by programme, season, level
),

event as (
    select
        programme,
        season,
        level,
        region,
        count(*)::integer as contests,
        count(*) filter (is_held)::integer as contests_held,
        count(distinct organisation) filter (is_held)::integer as organisations,
        min(starts_on) filter (is_held) as starts_on,
        max(ends_on) filter (is_held) as ends_on,
        list(distinct stream order by stream) filter (is_held) as streams
    from contest
    group by programme, season, level, region
),

expert as (
    select
        contest.programme,
        contest.season,
        contest.level,
        contest.region,
        expert.employer_kind,
        lower(expert.name) as person
    from fact.expert as expert
    inner join contest on contest.contest_no = expert.for_contest_no
    where expert.role in ('judge', 'chief_expert')
),

panel as (
    select
        programme,
        season,
        level,
        region,
        count(distinct person)::integer as experts,
        count(distinct person) filter (employer_kind is not null)::integer as experts_known,
        count(distinct person) filter (
            employer_kind in ('enterprise', 'association')
        )::integer as partners,
        count(distinct person) filter (employer_kind = 'college')::integer as from_colleges,
        count(distinct person) filter (employer_kind = 'university')::integer as from_universities,
        count(distinct person) filter (employer_kind in ('state', 'other'))::integer as from_others
    from expert
    group by programme, season, level, region
)

select
    -- ids
    season.programme,
    season.season,
    season.level,
    region.region,
    case getvariable('lang')::varchar
        when 'ru' then region.short_ru
        when 'en' then region.short_en
        else region.short_kk
    end as region_name,

    -- event
    coalesce(event.contests_held, 0) > 0 as is_held,
    coalesce(event.contests, 0) as contests,
    coalesce(event.contests_held, 0) as contests_held,
    if(season.level = 'college', coalesce(event.organisations, 0), null) as organisations,
    event.starts_on,
    event.ends_on,

    -- streams
    coalesce(array_to_string(event.streams, ', '), '') as streams,
    array_to_string(
        list_filter(
            season.streams_expected,
            lambda stream: not list_contains(coalesce(event.streams, []), stream)
        ),
        ', '
    ) as streams_missing,

    -- experts
    panel.experts,
    panel.experts_known,
    panel.partners,
    panel.from_colleges,
    panel.from_universities,
    panel.from_others,
    ((2000 * panel.partners + panel.experts_known) // nullif(2 * panel.experts_known, 0) * 0.1)
        ::decimal(5, 1) as partner_share
from season
cross join ref.region as region
left join event
    on event.programme = season.programme
    and event.season = season.season
    and event.level = season.level
    and event.region = region.region
left join panel
    on panel.programme = season.programme
    and panel.season = season.season
    and panel.level = season.level
    and panel.region = region.region
where
    season.season >= coalesce(year(region.valid_from), 0)
    and season.season <= coalesce(year(region.valid_to), 9999);

comment on view mart.movement is 'What each region has done of the duties of the movement.';
comment on column mart.movement.programme is 'Programme.';
comment on column mart.movement.season is 'Season.';
comment on column mart.movement.level is 'college or oblast.';
comment on column mart.movement.region is 'ISO code of the region.';
comment on column mart.movement.region_name is 'Short name of the region in the reader language.';
comment on column mart.movement.is_held is 'A championship with results.';
comment on column mart.movement.contests is 'Contests planned or held.';
comment on column mart.movement.contests_held is 'Contests with results.';
comment on column mart.movement.organisations is
    'Organisations that held one; null above the college level.';
comment on column mart.movement.starts_on is 'First day of what was held; null: not known.';
comment on column mart.movement.ends_on is 'Last day of what was held; null: not known.';
comment on column mart.movement.streams is 'Streams held.';
comment on column mart.movement.streams_missing is 'Streams that the text names and nobody held.';
comment on column mart.movement.experts is
    'Distinct judges and chief experts; null: none on record, or not for this reader.';
comment on column mart.movement.experts_known is 'Of these, with a known kind of employer.';
comment on column mart.movement.partners is 'Of these, social partners: enterprise, association.';
comment on column mart.movement.from_colleges is 'Of these, from colleges.';
comment on column mart.movement.from_universities is 'Of these, from universities.';
comment on column mart.movement.from_others is 'Of these, from public bodies and others.';
comment on column mart.movement.partner_share is
    'Partners of a hundred experts with a known employer, to tenths; null: none known.';
