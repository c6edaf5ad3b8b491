-- mart.quota_totals: the quotas of all regions together.
-- grain: one row per programme, season, level
-- source: rulebook WS-10, EX-08 (bounds of the country), OQ-01 (regions come from the results)

create or replace view mart.quota_totals as
select
    programme,
    season,
    level,
    count(*)::integer as regions,
    sum(winners)::integer as winners,
    sum(persons)::integer as persons,
    sum(minimum)::integer as minimum,
    sum(maximum)::integer as maximum,
    sum(seats_in)::integer as seats_in,
    sum(seats_hold)::integer as seats_hold,
    count(*) filter (status = 'below_min')::integer as regions_below,
    count(*) filter (status = 'above_max')::integer as regions_above
from mart.quotas
group by programme, season, level;

comment on view mart.quota_totals is 'The quotas of all regions together.';
comment on column mart.quota_totals.programme is 'Programme.';
comment on column mart.quota_totals.season is 'Season: the edition.';
comment on column mart.quota_totals.level is 'college, oblast or republic.';
comment on column mart.quota_totals.regions is 'Regions with a contest or a ranked entry.';
comment on column mart.quota_totals.winners is 'Entries with a place that goes on.';
comment on column mart.quota_totals.persons is 'Persons of those entries.';
comment on column mart.quota_totals.minimum is
    'Fewest persons of all these regions; null: no rule.';
comment on column mart.quota_totals.maximum is 'Most persons of all these regions; null: no rule.';
comment on column mart.quota_totals.seats_in is 'Persons who go on.';
comment on column mart.quota_totals.seats_hold is 'Persons who wait for a decision.';
comment on column mart.quota_totals.regions_below is 'Regions below the range.';
comment on column mart.quota_totals.regions_above is 'Regions above the range.';
