-- mart.progress_summary: how many regions stand where, and the country, by indicator and year.
-- grain: one row per contest_no, indicator
-- source: rulebook 6 (status), EX-12 (regions without data are counted as such), EX-14

create or replace view mart.progress_summary as
select
    -- ids
    contest_no,
    indicator,
    period,

    -- regions
    (count(*) filter (region <> 'KZ' and organisation is null))::integer as regions,
    (count(*) filter (region <> 'KZ' and organisation is null and status = 'met'))::integer
        as met,
    (count(*) filter (region <> 'KZ' and organisation is null and status = 'not_met'))::integer
        as not_met,
    (count(*) filter (region <> 'KZ' and organisation is null and status = 'exceeded'))::integer
        as exceeded,
    (count(*) filter (region <> 'KZ' and organisation is null and status = 'no_data'))::integer
        as no_data,
    (count(*) filter (region <> 'KZ' and organisation is null and status = 'no_target'))::integer
        as no_target,
    max(target) filter (region <> 'KZ' and organisation is null) as target,
    max(target_maximum) filter (region <> 'KZ' and organisation is null) as target_maximum,
    (count(distinct (target, coalesce(target_maximum, -1))) filter (
        region <> 'KZ' and organisation is null and target is not null
    ))::integer as targets,

    -- country
    max(value) filter (region = 'KZ' and organisation is null) as country_value,
    max(shown_decimals) filter (region = 'KZ' and organisation is null) as country_decimals,
    max(target) filter (region = 'KZ' and organisation is null) as country_target,
    max(status) filter (region = 'KZ' and organisation is null) as country_status,
    max(reference) as reference,

    -- organisations
    (count(*) filter (organisation is not null))::integer as organisations
from mart.progress
group by contest_no, indicator, period;

comment on view mart.progress_summary is 'How many regions stand where, and the country.';
comment on column mart.progress_summary.contest_no is 'Physical key of indicators:<year>.';
comment on column mart.progress_summary.indicator is 'Id in the rulebook.';
comment on column mart.progress_summary.period is 'Year.';
comment on column mart.progress_summary.regions is 'Regions that are listed.';
comment on column mart.progress_summary.met is 'Regions that meet the target.';
comment on column mart.progress_summary.not_met is 'Regions short of the target.';
comment on column mart.progress_summary.exceeded is 'Regions above the greatest allowed.';
comment on column mart.progress_summary.no_data is 'Regions that reported nothing usable.';
comment on column mart.progress_summary.no_target is 'Regions with a value and no target.';
comment on column mart.progress_summary.target is 'Target of the regions; the greatest of them.';
comment on column mart.progress_summary.target_maximum is 'Most that meets it, of a range.';
comment on column mart.progress_summary.targets is
    'Different targets of regions; target is the greatest of them.';
comment on column mart.progress_summary.country_value is 'Of the country, in the unit.';
comment on column mart.progress_summary.country_decimals is 'Digits to show of it.';
comment on column mart.progress_summary.country_target is 'Target of the country.';
comment on column mart.progress_summary.country_status is
    'met, not_met, exceeded, no_data or no_target; null: no value of the country.';
comment on column mart.progress_summary.reference is 'A stated figure that gives no status.';
comment on column mart.progress_summary.organisations is 'Organisations with a value of their own.';
