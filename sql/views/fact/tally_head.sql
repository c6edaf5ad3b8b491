-- fact.tally_head: the snapshot of totals that this reader sees of each contest.
-- grain: one row per contest_no
-- source: LEDGER "Tables" (whole-contest snapshots with a head; latest rows alone leave ghosts)

create or replace view fact.tally_head as
with
newest as (
    select
        head.contest_no,
        max(head.at_batch_no) as at_batch_no
    from tally.contest as head
    left join fact.read_limit as read_limit on read_limit.contest_no = head.contest_no
    where head.at_batch_no <= fact.last_seen(head.contest_no, read_limit.published_batch_no)
    group by head.contest_no
)

select
    -- ids
    newest.contest_no,
    newest.at_batch_no,
    head.contest,

    -- the contest
    head.programme,
    head.season,
    head.level,
    head.ruleset_hash,

    -- numbers
    head.entries,
    coalesce(head.ranked, 0) as ranked,

    -- booleans
    head.contest_batch_no is not null as is_described,
    head.is_archive,
    coalesce(head.is_signed, false) as is_signed,
    coalesce(head.is_complete, false) as is_complete
from newest
inner join tally.contest as head
    on head.contest_no = newest.contest_no
    and head.at_batch_no = newest.at_batch_no;

comment on view fact.tally_head is 'The snapshot of totals that this reader sees of each contest.';
comment on column fact.tally_head.contest_no is 'Physical key of the contest.';
comment on column fact.tally_head.at_batch_no is 'The batch whose snapshot holds.';
comment on column fact.tally_head.contest is
    'Contest id; null, as all that describes the contest: no facts of it are in force.';
comment on column fact.tally_head.programme is 'Programme.';
comment on column fact.tally_head.season is 'Year in which the event or the school year begins.';
comment on column fact.tally_head.level is 'college, oblast, republic or international.';
comment on column fact.tally_head.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column fact.tally_head.entries is 'Entries in that snapshot.';
comment on column fact.tally_head.ranked is 'Entries with a place.';
comment on column fact.tally_head.is_described is 'Facts of the contest are in force.';
comment on column fact.tally_head.is_archive is 'A result published elsewhere; final.';
comment on column fact.tally_head.is_signed is 'The chief expert''s signature holds.';
comment on column fact.tally_head.is_complete is
    'Every mark of every entry is there and none is to be scored again; false without entries.';
