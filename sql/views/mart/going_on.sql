-- mart.going_on: the entries that go on to the next level, of every programme.
-- grain: one row per contest_no, entry_no
-- source: rulebook WS-10 (seats that are in), BP-19 (winners, and replacements)

create or replace view mart.going_on as
with
going as (
    select
        contest_no,
        contest,
        entry_no,
        entry,
        name,
        place
    from score.seat
    where status = 'in'

    union

    select
        contest_no,
        contest,
        entry_no,
        entry,
        name,
        place
    from mart.advancement
    where seat in ('in', 'replacement')
)

select
    going.contest_no,
    going.contest,
    going.entry_no,
    going.entry,
    going.name,
    going.place,
    origin.contest_no as next_contest_no,
    next_contest.contest as next_contest,
    next_entry.entry as next_entry
from going
left join fact.entry_origin as origin
    on origin.from_contest_no = going.contest_no
    and origin.from_entry_no = going.entry_no
left join fact.contest as next_contest on next_contest.contest_no = origin.contest_no
left join fact.entry as next_entry
    on next_entry.contest_no = origin.contest_no
    and next_entry.entry_no = origin.entry_no;

comment on view mart.going_on is 'The entries that go on to the next level.';
comment on column mart.going_on.contest_no is 'Physical key of the contest.';
comment on column mart.going_on.contest is 'Contest id.';
comment on column mart.going_on.entry_no is 'Key of the entry inside its contest.';
comment on column mart.going_on.entry is 'Entry id, unique inside its contest.';
comment on column mart.going_on.name is 'Name; the members of a team.';
comment on column mart.going_on.place is 'Place in the contest.';
comment on column mart.going_on.next_contest_no is 'The contest it went on to; null: not yet.';
comment on column mart.going_on.next_contest is 'Contest id of that contest.';
comment on column mart.going_on.next_entry is 'Entry id there.';
