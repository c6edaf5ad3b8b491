-- fact.board: everything a board shows of an entry, read through its contest's snapshot alone.
-- grain: one row per contest_no, entry_no
-- source: LEDGER "Reading" (a board costs its planning: one look at what is in force, not one for
-- the contest, its signature, its entries and its totals each). The snapshot names the batches that
-- fact.contest and fact.entry find by themselves; tests/store/test_board.py holds them together

create or replace view fact.board as
select
    -- ids
    total.contest_no,
    head.contest,
    total.entry_no,
    total.entry,

    -- the contest
    head.programme,
    head.season,
    head.level,
    head.ruleset_hash,
    head.is_archive,
    head.is_signed,
    head.is_complete,
    head.ranked,

    -- who
    fact.shown_name(total.contest_no, total.entry_no, entry.name, entry.public_name) as name,
    entry.region,
    entry.organisation,
    entry.members,
    entry.is_guest,
    entry.status,

    -- numbers
    total.ord,
    total.points_sum,
    total.judge_count,
    (
        (2 * (total.points_sum * 1000)::bigint + total.judge_count)
        // (2 * total.judge_count)
        * 0.001
    )::decimal(9, 3) as total,
    (total.points_sum * 1000)::bigint * (720720 // total.judge_count) as order_key,
    total.distance_to_next,
    total.place,
    total.is_tied,
    total.tie_step,
    total.tie_reason,
    total.scale,
    total.scale_method,
    total.award,
    total.decided_by,
    total.marks,
    total.marks_expected,
    total.open_aspects
from fact.tally_head as head
inner join tally.entry_total as total
    on total.contest_no = head.contest_no
    and total.at_batch_no = head.at_batch_no
inner join private.shown_entry as entry
    on entry.contest_no = total.contest_no
    and entry.entry_no = total.entry_no
    and entry.batch_no = total.entry_batch_no
where head.is_described;

comment on view fact.board is 'Everything a board shows of an entry, through its snapshot.';
comment on column fact.board.contest_no is 'Physical key of the contest.';
comment on column fact.board.contest is 'Contest id.';
comment on column fact.board.entry_no is 'Key of the entry inside its contest.';
comment on column fact.board.entry is 'Entry id, unique inside its contest.';
comment on column fact.board.programme is 'Programme.';
comment on column fact.board.season is 'Year in which the event or the school year begins.';
comment on column fact.board.level is 'college, oblast, republic or international.';
comment on column fact.board.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column fact.board.is_archive is 'A result published elsewhere; final.';
comment on column fact.board.is_signed is 'The chief expert''s signature holds.';
comment on column fact.board.is_complete is
    'Every mark of every entry is there and none is to be scored again.';
comment on column fact.board.ranked is 'Entries with a place.';
comment on column fact.board.name is
    'Names of the members, as the reader may read them; null: erased or none.';
comment on column fact.board.region is 'ISO code of the first member.';
comment on column fact.board.organisation is 'Organisation of the first member.';
comment on column fact.board.members is 'Members of the entry.';
comment on column fact.board.is_guest is 'Takes part outside the ranking.';
comment on column fact.board.status is 'active, absent, withdrawn or excluded.';
comment on column fact.board.ord is
    'Order of the rows: place, then points, then entry.';
comment on column fact.board.points_sum is
    'Points, sum over judge_count judges; null: no total.';
comment on column fact.board.judge_count is 'Divisor of points_sum, 1 to 16.';
comment on column fact.board.total is
    'Mean of the judges, points, rounded half up to thousandths, for display.';
comment on column fact.board.order_key is
    'Exact order of means of 1 to 16 judges; greater is better.';
comment on column fact.board.distance_to_next is
    'Points missing to the next better place; null for the first and without points.';
comment on column fact.board.place is '1 is best; ties share a place; null: not ranked.';
comment on column fact.board.is_tied is 'Shares its place.';
comment on column fact.board.tie_step is 'Step of the tie chain that decided.';
comment on column fact.board.tie_reason is 'The deciding step in words.';
comment on column fact.board.scale is 'Score on the standard scale.';
comment on column fact.board.scale_method is 'mad, sd, centre or archive.';
comment on column fact.board.award is 'Award code.';
comment on column fact.board.decided_by is 'Rule id, or jury.';
comment on column fact.board.marks is 'Aspects or criteria marked.';
comment on column fact.board.marks_expected is 'Aspects or criteria to be marked.';
comment on column fact.board.open_aspects is 'Aspects in need of a re-score.';
