-- mart.entry_lines: how far each entry is from the lines: the next place, an award, the next level.
-- grain: one row per contest_no, entry_no
-- source: rulebook WM-12 (place), WM-31 (awards; those the jury gives are no line of points), WS-10
-- (seats); a line of points is the total of the last who is above it

create or replace view mart.entry_lines as
with
line as (
    select
        contest_no,
        award,
        min(total) as total
    from mart.leaderboard
    where
        award is not null
        and decided_by <> 'jury'
        and total is not null
    group by contest_no, award
),

seat as materialized (
    select
        contest_no,
        entry_no,
        total,
        status,
        rule,
        rule_id
    from mart.quota_seats
),

seat_line as (
    select
        contest_no,
        min(total) as total
    from seat
    where status = 'in'
    group by contest_no
),

award_line as (
    select
        own.contest_no,
        own.entry_no,
        min_by(line.award, line.total) as award,
        min(line.total) - any_value(own.total) as distance
    from mart.leaderboard as own
    inner join line
        on line.contest_no = own.contest_no
        and line.total > own.total
        and line.award is distinct from own.award
    group by own.contest_no, own.entry_no
)

select
    -- ids
    board.contest_no,
    board.contest,
    board.entry_no,
    board.entry,

    -- the lines
    board.distance_to_next as to_place,
    award_line.award as next_award,
    award_line.distance as to_award,
    seat.status as seat_status,
    seat.rule as seat_rule,
    seat.rule_id as seat_rule_id,
    if(seat.status <> 'in' and seat_line.total > board.total, seat_line.total - board.total, null)
        as to_seat
from mart.leaderboard as board
left join award_line
    on award_line.contest_no = board.contest_no
    and award_line.entry_no = board.entry_no
left join seat
    on seat.contest_no = board.contest_no
    and seat.entry_no = board.entry_no
left join seat_line on seat_line.contest_no = board.contest_no;

comment on view mart.entry_lines is 'How far each entry is from the lines above it.';
comment on column mart.entry_lines.contest_no is 'Physical key of the contest.';
comment on column mart.entry_lines.contest is 'Contest id.';
comment on column mart.entry_lines.entry_no is 'Key of the entry inside its contest.';
comment on column mart.entry_lines.entry is 'Entry id, unique inside its contest.';
comment on column mart.entry_lines.to_place is
    'Points to the next better place; null for the first and without points.';
comment on column mart.entry_lines.next_award is
    'The next better award; null: none is better, or the jury gives it.';
comment on column mart.entry_lines.to_award is 'Points to the last who has that award.';
comment on column mart.entry_lines.seat_status is
    'in, hold, out or reserve at the next level; null: no rule, or no place.';
comment on column mart.entry_lines.seat_rule is 'Why, in the reader''s language.';
comment on column mart.entry_lines.seat_rule_id is 'Rule that says so.';
comment on column mart.entry_lines.to_seat is
    'Points to the last of the contest who goes on; null: goes on, or nobody with more does.';
