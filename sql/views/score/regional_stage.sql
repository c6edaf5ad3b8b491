-- score.regional_stage: until when the regional stage of each republican contest or event may
-- last, reckoned backwards from its first day.
-- grain: one row per contest_no, item with a regional stage and a first day
-- source: rulebook SL-03 to SL-05, TC-05; CONTRACTS "Time and numbers"

create or replace view score.regional_stage as
select
    item.contest_no,
    item.contest,
    item.item,
    item.programme,
    item.season,
    item.unit,
    item.region,
    item.precision,
    item.first_day,
    calendar.regional_rule as rule,
    calendar.needs_regional_winner as needs_winner,
    score.last_day_before(item.first_day, calendar.regional_working_days) as due_on
from score.calendar_item as item
inner join ref.calendar as calendar on calendar.ruleset_hash = item.ruleset_hash
where
    item.level = 'republic'
    and item.state = 'planned'
    and item.first_day is not null
    and calendar.regional_rule is not null;

comment on view score.regional_stage is 'Until when the regional stage may last.';
comment on column score.regional_stage.contest_no is 'Physical key of the subject or contest.';
comment on column score.regional_stage.contest is 'Subject or contest.';
comment on column score.regional_stage.item is 'The republican contest or event.';
comment on column score.regional_stage.programme is 'Programme.';
comment on column score.regional_stage.season is 'The year in which the school year begins.';
comment on column score.regional_stage.unit is 'Industry; null: the whole programme.';
comment on column score.regional_stage.region is 'ISO code of the host.';
comment on column score.regional_stage.precision is 'day or month.';
comment on column score.regional_stage.first_day is 'The first day of the republican stage.';
comment on column score.regional_stage.rule is 'Rule id.';
comment on column score.regional_stage.needs_winner is 'Every region must have a winner by then.';
comment on column score.regional_stage.due_on is 'The last day of the regional stage.';
