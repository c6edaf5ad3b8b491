-- score.seat_bound: the quota of each region at a level, as its contests give it.
-- grain: one row per programme, season, level, region
-- source: rulebook WS-10, WS-20 (counted by home region), OQ-01 (regions come from the results).
-- Where contests of one region are under different rulesets, the strictest holds

create or replace view score.seat_bound as
with
taken_part as (
    select
        contest_no,
        region
    from score.seat_rule
    where region is not null

    union

    select
        total.contest_no,
        coalesce(entry.region, rule.region) as region
    from fact.entry_total as total
    inner join score.seat_rule as rule on rule.contest_no = total.contest_no
    inner join fact.entry as entry
        on entry.contest_no = total.contest_no
        and entry.entry_no = total.entry_no
    where
        total.place is not null
        and coalesce(entry.region, rule.region) is not null
)

select
    rule.programme,
    rule.season,
    rule.level,
    taken_part.region,
    count(*)::integer as contests,
    list(rule.contest_no order by rule.contest_no) as contest_nos,
    max(rule.minimum) as minimum,
    min(rule.maximum) as maximum,
    bool_or(rule.is_enforced) as is_enforced
from taken_part
inner join score.seat_rule as rule on rule.contest_no = taken_part.contest_no
group by rule.programme, rule.season, rule.level, taken_part.region;

comment on view score.seat_bound is 'The quota of each region at a level.';
comment on column score.seat_bound.programme is 'Programme.';
comment on column score.seat_bound.season is 'Season: the edition.';
comment on column score.seat_bound.level is 'college, oblast or republic.';
comment on column score.seat_bound.region is 'ISO code of the home region, or member code.';
comment on column score.seat_bound.contests is 'Contests of the region, or with its entries.';
comment on column score.seat_bound.contest_nos is 'Their physical keys.';
comment on column score.seat_bound.minimum is 'Fewest persons; null: no rule.';
comment on column score.seat_bound.maximum is 'Most persons; null: no rule.';
comment on column score.seat_bound.is_enforced is 'The greatest number is a limit.';
