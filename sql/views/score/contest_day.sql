-- score.contest_day: the days of each contest, and the item of the calendar it belongs to.
-- grain: one row per contest_no with days, archives apart
-- source: rulebook TC-C3 (exact dates, when entered), TC-C5; a contest under a ruleset with a
-- calendar is an item of its own, the contests of another event are one item together

create or replace view score.contest_day as
select
    -- ids
    contest.contest_no,
    contest.contest,
    if(
        plan.item is not null or calendar.ruleset_hash is not null,
        contest.contest,
        concat_ws('-', contest.programme, contest.season, contest.level, contest.region)
    ) as item,

    -- what and where
    contest.programme,
    contest.level,
    contest.region,
    if(calendar.ruleset_hash is not null, contest.unit, null) as unit,
    contest.host,
    calendar.ruleset_hash,

    -- days
    coalesce(plan.starts_on, contest.starts_on) as starts_on,
    if(
        plan.starts_on is null,
        coalesce(contest.ends_on, contest.starts_on),
        coalesce(plan.ends_on, plan.starts_on)
    ) as ends_on,

    -- booleans
    plan.item is not null as is_planned
from fact.contest as contest
left join ref.calendar as calendar on calendar.ruleset_hash = contest.ruleset_hash
left join fact.schedule_item as plan on plan.item = contest.contest
where
    coalesce(plan.starts_on, contest.starts_on) is not null
    and not contest.is_archive;

comment on view score.contest_day is 'The days of each contest.';
comment on column score.contest_day.contest_no is 'Physical key of the contest.';
comment on column score.contest_day.contest is 'Contest id.';
comment on column score.contest_day.item is 'Item of the calendar.';
comment on column score.contest_day.programme is 'Programme.';
comment on column score.contest_day.level is 'college, oblast, republic or international.';
comment on column score.contest_day.region is 'ISO code of the scope.';
comment on column score.contest_day.unit is 'Industry; null: one item with the rest of its event.';
comment on column score.contest_day.host is 'ISO code of the host.';
comment on column score.contest_day.ruleset_hash is 'Ruleset with a calendar; null: none.';
comment on column score.contest_day.starts_on is 'First day.';
comment on column score.contest_day.ends_on is 'Last day.';
comment on column score.contest_day.is_planned is 'A schedule plans it.';
