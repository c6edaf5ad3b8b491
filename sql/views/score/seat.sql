-- score.seat: who goes on, who waits for a decision, who is out, who is in reserve.
-- grain: one row per contest_no, entry_no that may have a seat
-- source: rulebook WS-10, EX-03 to EX-06; reckoned in score.seat_region

create or replace view score.seat as
with
seated as (
    select
        programme,
        season,
        level,
        region,
        unnest(seats) as seat
    from score.seat_region
)

select
    -- ids
    seat.entry.contest_no as contest_no,
    board.contest,
    seat.entry.entry_no as entry_no,
    board.entry,
    seated.programme,
    seated.season,
    seated.level,
    seat.entry.stream as stream,
    seat.entry.unit as unit,
    seat.entry.edition as edition,
    seated.region,

    -- who
    board.name,
    board.organisation,
    seat.entry.persons as persons,

    -- numbers
    seat.entry.place as place,
    seat.entry.total as total,
    seat.entry.mark as mark,
    seat.fresh as fresh,
    seat.cumulated as cumulated,
    seat.tied_persons as tied_persons,
    seat.maximum as maximum,

    -- words
    seat.reason as reason,
    seat.status as status,

    -- booleans
    seat.entry.is_winner as is_winner,
    seat.entry.is_signed as is_signed
from seated
inner join fact.board as board
    on board.contest_no = seated.seat.entry.contest_no
    and board.entry_no = seated.seat.entry.entry_no
where fact.is_asked(board.contest_no);

comment on view score.seat is 'Who goes on, who waits for a decision, who is out.';
comment on column score.seat.contest_no is 'Physical key of the contest.';
comment on column score.seat.contest is 'Contest id.';
comment on column score.seat.entry_no is 'Key of the entry inside its contest.';
comment on column score.seat.entry is 'Entry id, unique inside its contest.';
comment on column score.seat.programme is 'Programme.';
comment on column score.seat.season is 'Season.';
comment on column score.seat.level is 'college, oblast or republic.';
comment on column score.seat.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column score.seat.unit is 'Skill, industry, profession or post.';
comment on column score.seat.edition is 'Edition of the catalogue the unit is from.';
comment on column score.seat.region is 'ISO code of the home region, or member code.';
comment on column score.seat.name is 'Names of the members; null: erased or none.';
comment on column score.seat.organisation is 'Organisation of the first member.';
comment on column score.seat.persons is 'The persons of the entry.';
comment on column score.seat.place is 'Place in the contest.';
comment on column score.seat.total is 'Points, thousandths; null: none.';
comment on column score.seat.mark is 'Points of 100, to hundredths; null: none.';
comment on column score.seat.fresh is 'Persons counted here, not at a better row; null: reserve.';
comment on column score.seat.cumulated is 'Persons up to here, all peers of a tie included.';
comment on column score.seat.tied_persons is 'Persons with this place and mark.';
comment on column score.seat.maximum is 'Most persons of the region; null: no rule.';
comment on column score.seat.reason is 'Key of ref.seat_word.';
comment on column score.seat.status is 'in, hold, out or reserve.';
comment on column score.seat.is_winner is 'Has a place that goes on.';
comment on column score.seat.is_signed is 'The result is signed, or of an archive.';
