-- score.sign_off: whether the chief expert's signature under a contest holds.
-- grain: one row per contest_no of fact.contest
-- source: rulebook BP-16 (a mark changed after the signature voids it), WM-09 (reopen); a decision
-- `tie` about one entry settles its seat at the next level (WS-10) and no award

create or replace view score.sign_off as
with
act as (
    select
        contest_no,
        max(batch_no) filter (kind = 'sign_off') as signed_batch_no,
        max(batch_no) filter (kind = 'reopen') as reopened_batch_no,
        max(batch_no) filter (
            kind = 'award' or (kind = 'tie' and entry_no is null)
        ) as decided_batch_no
    from fact.decision
    group by contest_no
)

select
    contest.contest_no,
    contest.batch_no,
    contest.contest,
    contest.ruleset_hash,
    contest.is_archive,
    act.signed_batch_no,
    act.decided_batch_no,
    act.reopened_batch_no,
    last_change.batch_no as changed_batch_no,
    last_change.recorded_at as changed_at,
    coalesce(
        act.signed_batch_no > coalesce(act.reopened_batch_no, 0)
        and act.signed_batch_no > coalesce(last_change.batch_no, 0),
        false
    ) as is_signed
from fact.contest as contest
left join act on act.contest_no = contest.contest_no
left join fact.last_change as last_change on last_change.contest_no = contest.contest_no;

comment on view score.sign_off is 'Whether the signature under a contest holds.';
comment on column score.sign_off.contest_no is 'Physical key of the contest.';
comment on column score.sign_off.batch_no is 'The batch of the facts of the contest.';
comment on column score.sign_off.contest is 'Contest id.';
comment on column score.sign_off.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.sign_off.is_archive is 'A result published elsewhere; final.';
comment on column score.sign_off.signed_batch_no is 'The newest signature, holding or not.';
comment on column score.sign_off.decided_batch_no is 'The newest decision on a tie or an award.';
comment on column score.sign_off.reopened_batch_no is 'The newest reopening.';
comment on column score.sign_off.changed_batch_no is
    'The newest act that changed what the contest is marked on.';
comment on column score.sign_off.changed_at is 'When that was, UTC.';
comment on column score.sign_off.is_signed is 'Signed, not reopened, and nothing changed since.';
