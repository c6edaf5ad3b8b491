-- fact.tally_head: the snapshot of totals that this reader sees of each contest.
-- grain: one row per contest_no
-- source: LEDGER "Tables" (whole-contest snapshots with a head; latest rows alone leave ghosts)

create or replace view fact.tally_head as
select
    -- ids
    contest_no,
    newest.at_batch_no,
    newest.contest,

    -- the contest
    newest.programme,
    newest.season,
    newest.level,
    newest.ruleset_hash,

    -- numbers
    newest.entries,
    newest.ranked,

    -- booleans
    newest.is_described,
    newest.is_archive,
    newest.is_signed,
    newest.is_complete
from (
    select
        head.contest_no,
        max_by(
            {
                'at_batch_no': head.at_batch_no,
                'contest': head.contest,
                'programme': head.programme,
                'season': head.season,
                'level': head.level,
                'ruleset_hash': head.ruleset_hash,
                'entries': head.entries,
                'ranked': coalesce(head.ranked, 0),
                'is_described': head.contest_batch_no is not null,
                'is_archive': head.is_archive,
                'is_signed': coalesce(head.is_signed, false),
                'is_complete': coalesce(head.is_complete, false)
            },
            head.at_batch_no
        ) as newest
    from tally.contest as head
    left join fact.read_limit as read_limit on read_limit.contest_no = head.contest_no
    where head.at_batch_no <= fact.last_seen(head.contest_no, read_limit.published_batch_no)
    group by head.contest_no
) as seen;

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
