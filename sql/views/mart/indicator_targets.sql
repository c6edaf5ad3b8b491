-- mart.indicator_targets: the targets that somebody has set: who, when, on what grounds.
-- grain: one row per contest_no, batch_no, indicator, region
-- source: rulebook 6.3; of the same indicator, place and year the newest one counts

create or replace view mart.indicator_targets as
select
    -- ids
    target.contest_no,
    target.batch_no,
    target.indicator,
    target.region,
    target.year,

    -- numbers
    target.minimum,
    target.maximum,

    -- where from
    target.source,
    target.former_batch_no,
    origin.actor,
    origin.recorded_at,
    origin.file_name,

    -- booleans
    target.batch_no = max(target.batch_no) over of_place as is_latest
from fact.indicator_target as target
left join fact.source as origin
    on origin.contest_no = target.contest_no
    and origin.batch_no = target.batch_no
window of_place as (partition by target.contest_no, target.indicator, target.region);

comment on view mart.indicator_targets is 'The targets that somebody has set.';
comment on column mart.indicator_targets.contest_no is 'Physical key of the subject.';
comment on column mart.indicator_targets.batch_no is 'The batch that brought the target.';
comment on column mart.indicator_targets.indicator is 'Id in the rulebook.';
comment on column mart.indicator_targets.region is
    'ISO code; KZ: the country; null: every region.';
comment on column mart.indicator_targets.year is 'Calendar year that it holds for.';
comment on column mart.indicator_targets.minimum is 'Least that meets it, in units of the value.';
comment on column mart.indicator_targets.maximum is 'Most that meets it.';
comment on column mart.indicator_targets.source is 'The act or plan that sets it.';
comment on column mart.indicator_targets.former_batch_no is
    'Batch of the target it takes the place of; 0: the text; null: not said.';
comment on column mart.indicator_targets.actor is 'Who set it; the public sees null.';
comment on column mart.indicator_targets.recorded_at is 'When it was recorded, UTC.';
comment on column mart.indicator_targets.file_name is 'File that brought it.';
comment on column mart.indicator_targets.is_latest is
    'The newest of this indicator, place and year: it counts.';
