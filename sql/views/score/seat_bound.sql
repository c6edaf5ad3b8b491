-- score.seat_bound: the quota of each region at a level, as its contests give it.
-- grain: one row per programme, season, level, region
-- source: rulebook WS-10, WS-20 (counted by home region), OQ-01 (regions come from the results).
-- Where contests of one region are under different rulesets, the strictest holds

create or replace view score.seat_bound as
with
rule as materialized (
    select
        contest_no,
        programme,
        season,
        level,
        region,
        minimum,
        maximum,
        is_enforced
    from score.seat_rule
),

taken_part as (
    select
        contest_no,
        region
    from rule
    where region is not null

    union

    select
        board.contest_no,
        coalesce(board.region, rule.region) as region
    from fact.board as board
    inner join rule on rule.contest_no = board.contest_no
    where
        board.place is not null
        and coalesce(board.region, rule.region) is not null
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
inner join rule on rule.contest_no = taken_part.contest_no
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
