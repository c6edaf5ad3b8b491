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
    from fact.board
    where
        award is not null
        and decided_by <> 'jury'
        and total is not null
    group by contest_no, award
),

lines as (
    select
        contest_no,
        list({'total': total, 'award': award}) as awards
    from line
    group by contest_no
),

seat as (
    select
        contest_no,
        entry_no,
        status,
        rule,
        rule_id,
        min(total) filter (status = 'in') over of_contest as line
    from mart.quota_seats
    window of_contest as (partition by contest_no)
),

seen as (
    select
        board.contest_no,
        board.contest,
        board.entry_no,
        board.entry,
        board.total,
        board.distance_to_next,
        list_aggregate(
            [
                line for line in lines.awards
                if line.total > board.total and line.award is distinct from board.award
            ],
            'min'
        ) as next_line
    from fact.board as board
    left join lines on lines.contest_no = board.contest_no
)

select
    -- ids
    seen.contest_no,
    seen.contest,
    seen.entry_no,
    seen.entry,

    -- the lines
    seen.distance_to_next as to_place,
    seen.next_line.award as next_award,
    seen.next_line.total - seen.total as to_award,
    seat.status as seat_status,
    seat.rule as seat_rule,
    seat.rule_id as seat_rule_id,
    if(seat.status <> 'in' and seat.line > seen.total, seat.line - seen.total, null) as to_seat
from seen
left join seat
    on seat.contest_no = seen.contest_no
    and seat.entry_no = seen.entry_no;

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
