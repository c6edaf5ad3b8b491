-- mart.advancement: who represents the region at the next tour.
-- grain: one row per contest_no, entry_no with a seat, or with one given up
-- source: rulebook BP-19; a seat is given up by a decision waiver with the value seat

create or replace view mart.advancement as
with
waived as (
    select distinct
        contest_no,
        entry_no
    from fact.decision
    where
        kind = 'waiver'
        and value = 'seat'
        and entry_no is not null
),

ranked as (
    select
        board.contest_no,
        contest.contest,
        contest.season,
        contest.programme,
        contest.region,
        contest.unit,
        board.entry_no,
        board.entry,
        board.name,
        board.place,
        board.award = ruleset.advancing_award as is_winner,
        waived.entry_no is not null as is_waived,
        ruleset.is_withdrawn_replaced
    from fact.board as board
    inner join fact.contest as contest on contest.contest_no = board.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    left join waived
        on waived.contest_no = board.contest_no
        and waived.entry_no = board.entry_no
    where
        ruleset.advancing_award is not null
        and contest.level <> 'republic'
        and board.place is not null
),

next_best as (
    select
        contest_no,
        min(place) as place
    from ranked
    where
        not is_waived
        and not coalesce(is_winner, false)
    group by contest_no
),

empty_seat as (
    select
        contest_no,
        bool_and(is_waived) as is_empty
    from ranked
    where is_winner
    group by contest_no
),

seated as (
    select
        ranked.contest_no,
        ranked.contest,
        ranked.season,
        ranked.programme,
        ranked.region,
        ranked.unit,
        ranked.entry_no,
        ranked.entry,
        ranked.name,
        ranked.place,
        case
            when ranked.is_winner and ranked.is_waived then 'given_up'
            when ranked.is_winner then 'in'
            when
                ranked.is_withdrawn_replaced
                and empty_seat.is_empty
                and not ranked.is_waived
                and ranked.place = next_best.place
                then 'replacement'
        end as seat
    from ranked
    left join next_best on next_best.contest_no = ranked.contest_no
    left join empty_seat on empty_seat.contest_no = ranked.contest_no
)

select
    contest_no,
    contest,
    season,
    programme,
    region,
    unit,
    entry_no,
    entry,
    name,
    place,
    seat
from seated
where seat is not null;

comment on view mart.advancement is 'Who represents the region at the next tour.';
comment on column mart.advancement.contest_no is 'Physical key of the contest.';
comment on column mart.advancement.contest is 'Contest id.';
comment on column mart.advancement.season is 'Season.';
comment on column mart.advancement.programme is 'Programme.';
comment on column mart.advancement.region is 'ISO code of the region of the contest.';
comment on column mart.advancement.unit is 'Profession.';
comment on column mart.advancement.entry_no is 'Key of the entry inside its contest.';
comment on column mart.advancement.entry is 'Entry id, unique inside its contest.';
comment on column mart.advancement.name is 'Name.';
comment on column mart.advancement.place is 'Place in the contest.';
comment on column mart.advancement.seat is
    'in; replacement (where the ruleset lets the next place take an empty seat); given_up.';
