-- score.clash_missing: what a planned contest still lacks: base, partners, regions, the regional
-- stage in time and its winners.
-- grain: one row per rule, reason, contest_no, item, second
-- source: rulebook TC-C10, TC-C11, TC-D1 to TC-D3, TC-05, SL-05

create or replace view score.clash_missing as
with
item as (
    select
        item.contest_no,
        item.contest,
        item.item,
        item.programme,
        item.season,
        item.level,
        item.unit,
        item.place,
        item.region,
        item.first_day,
        item.last_day,
        item.precision,
        item.state,
        item.is_checked,
        item.regional_due_on as due_on,
        calendar.partners,
        calendar.regional_rule as rule,
        calendar.needs_regional_winner as needs_winner
    from score.calendar_item as item
    left join ref.calendar as calendar on calendar.ruleset_hash = item.ruleset_hash
),

checked as (
    select
        contest_no,
        contest,
        item,
        place,
        region,
        first_day,
        last_day,
        coalesce(first_day, make_date(season, 9, 1)) as year_first,
        coalesce(last_day, make_date(season + 1, 8, 31)) as year_last,
        partners
    from item
    where
        is_checked
        and level = 'republic'
),

absent as (
    select
        checked.contest_no,
        checked.item,
        string_agg(region.region, ', ' order by region.region) as regions
    from checked
    inner join ref.region as region
        on coalesce(region.valid_from <= checked.year_last, true)
        and coalesce(region.valid_to >= checked.year_first, true)
    anti join score.contest_region as entry
        on entry.contest = checked.item
        and entry.region = region.region
    group by checked.contest_no, checked.item
),

stage as (
    select
        contest_no,
        contest,
        item,
        programme,
        season,
        unit,
        region,
        precision,
        rule,
        needs_winner,
        due_on
    from item
    where due_on is not null
),

partner as (
    select distinct
        contest.contest,
        expert.employer_kind
    from fact.expert as expert
    inner join fact.contest as contest on contest.contest_no = expert.for_contest_no
    where expert.employer_kind is not null
),

winner as (
    select distinct
        contest.programme,
        contest.season,
        contest.unit,
        contest.region
    from fact.entry_total as total
    inner join fact.contest as contest on contest.contest_no = total.contest_no
    where
        contest.level = 'oblast'
        and total.award = 'winner'
)

select
    contest_no,
    contest,
    'TC-C10' as rule,
    'base_missing' as reason,
    item,
    null::varchar as second,
    region,
    first_day as starts_on,
    last_day as ends_on,
    null::varchar as note,
    true as is_certain
from checked
where place is null

union all

select
    wanted.contest_no,
    wanted.contest,
    'TC-C10' as rule,
    'partner_missing' as reason,
    wanted.item,
    wanted.partner as second,
    wanted.region,
    wanted.first_day as starts_on,
    wanted.last_day as ends_on,
    wanted.partner as note,
    true as is_certain
from (
    select
        contest_no,
        contest,
        item,
        region,
        first_day,
        last_day,
        unnest(partners) as partner
    from checked
) as wanted
anti join partner
    on partner.contest = wanted.item
    and partner.employer_kind = wanted.partner

union all

select
    checked.contest_no,
    checked.contest,
    'TC-C11' as rule,
    'no_participant' as reason,
    checked.item,
    null::varchar as second,
    checked.region,
    checked.first_day as starts_on,
    checked.last_day as ends_on,
    absent.regions as note,
    true as is_certain
from checked
inner join absent
    on absent.contest_no = checked.contest_no
    and absent.item = checked.item

union all

select
    stage.contest_no,
    stage.contest,
    stage.rule,
    'regional_late' as reason,
    regional.item,
    stage.item as second,
    regional.region,
    stage.due_on + 1 as starts_on,
    regional.last_day as ends_on,
    null::varchar as note,
    regional.precision = 'day' and stage.precision = 'day' as is_certain
from stage
inner join item as regional
    on regional.programme = stage.programme
    and regional.season = stage.season
    and coalesce(regional.unit = stage.unit, true)
where
    regional.level = 'oblast'
    and regional.state = 'planned'
    and regional.last_day > stage.due_on

union all

select
    stage.contest_no,
    stage.contest,
    stage.rule,
    'no_winner' as reason,
    stage.item,
    null::varchar as second,
    any_value(stage.region) as region,
    stage.due_on as starts_on,
    stage.due_on as ends_on,
    string_agg(region.region, ', ' order by region.region) as note,
    true as is_certain
from stage
inner join ref.region as region
    on coalesce(region.valid_from, stage.due_on) <= stage.due_on
    and coalesce(region.valid_to, stage.due_on) >= stage.due_on
anti join winner
    on winner.programme = stage.programme
    and winner.season = stage.season
    and coalesce(winner.unit = stage.unit, true)
    and winner.region = region.region
where stage.needs_winner
group by stage.contest_no, stage.contest, stage.rule, stage.item, stage.due_on;

comment on view score.clash_missing is 'What a planned contest still lacks.';
comment on column score.clash_missing.contest_no is 'Physical key of the subject or contest.';
comment on column score.clash_missing.contest is 'Subject or contest.';
comment on column score.clash_missing.rule is 'Rule id.';
comment on column score.clash_missing.reason is 'What is missing, in one word.';
comment on column score.clash_missing.item is 'The contest or event.';
comment on column score.clash_missing.second is 'The partner, or the republican stage.';
comment on column score.clash_missing.region is 'ISO code of the host.';
comment on column score.clash_missing.starts_on is
    'First day; a late stage: the day after the last it may take; a winner: the day it is due.';
comment on column score.clash_missing.ends_on is 'Last day.';
comment on column score.clash_missing.note is 'The partner, or the regions.';
comment on column score.clash_missing.is_certain is 'It does not hang on days not yet known.';
