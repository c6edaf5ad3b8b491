-- fact.tally_head: the snapshot of totals that this reader sees of each contest.
-- grain: one row per contest_no
-- source: LEDGER "Tables" (whole-contest snapshots with a head; latest rows alone leave ghosts)

create or replace view fact.tally_head as
select
    contest.contest_no,
    max(contest.at_batch_no) as at_batch_no,
    max_by(contest.entries, contest.at_batch_no) as entries,
    max_by(coalesce(contest.contest_batch_no, 0), contest.at_batch_no) as contest_batch_no,
    max_by(coalesce(contest.is_signed, false), contest.at_batch_no) as is_signed,
    max_by(coalesce(contest.ranked, 0), contest.at_batch_no) as ranked,
    max_by(coalesce(contest.is_complete, false), contest.at_batch_no) as is_complete
from tally.contest as contest
left join fact.publication as publication on publication.contest_no = contest.contest_no
where
    contest.at_batch_no
    <= fact.last_seen(contest.contest_no, publication.published_batch_no)
group by contest.contest_no;

comment on view fact.tally_head is 'The snapshot of totals that this reader sees of each contest.';
comment on column fact.tally_head.contest_no is 'Physical key of the contest.';
comment on column fact.tally_head.at_batch_no is 'The batch whose snapshot holds.';
comment on column fact.tally_head.entries is 'Entries in that snapshot.';
comment on column fact.tally_head.contest_batch_no is 'Batch of the facts of the contest; 0: none.';
comment on column fact.tally_head.is_signed is 'The chief expert''s signature holds.';
comment on column fact.tally_head.ranked is 'Entries with a place.';
comment on column fact.tally_head.is_complete is
    'Every mark of every entry is there and none is to be scored again; false without entries.';
