-- mart.conflicts: the register of conflicts of interest: declared, and what was decided.
-- grain: one row per contest_no, batch_no, source_row of a declaration; staff only
-- source: CONTRACTS "Decision kinds"; rulebook WM-07; FEATURES (register of judges' conflicts)

create or replace view mart.conflicts as
select
    -- ids
    conflict.contest_no,
    contest.contest,
    conflict.batch_no,
    conflict.source_row,
    conflict.ruling_batch_no,
    entry.entry,
    entry.name,

    -- who judges
    judge.judge,
    successor.judge as successor,

    -- what
    conflict.relation,
    conflict.state,

    -- who, when, why
    conflict.declared_by,
    conflict.reason,
    conflict.declared_at,
    conflict.ruled_by,
    conflict.ruling_reason,
    conflict.ruled_at
from score.conflict as conflict
inner join fact.contest as contest on contest.contest_no = conflict.contest_no
left join fact.entry as entry
    on entry.contest_no = conflict.contest_no
    and entry.entry_no = conflict.entry_no
left join fact.judge as judge
    on judge.contest_no = conflict.contest_no
    and judge.judge_no = conflict.judge_no
left join fact.judge as successor
    on successor.contest_no = conflict.contest_no
    and successor.judge_no = conflict.successor_no;

comment on view mart.conflicts is 'The register of conflicts of interest.';
comment on column mart.conflicts.contest_no is 'Physical key of the contest.';
comment on column mart.conflicts.contest is 'Contest id.';
comment on column mart.conflicts.batch_no is 'The act that declared it.';
comment on column mart.conflicts.source_row is 'Row of a sheet of decisions; null: by hand.';
comment on column mart.conflicts.ruling_batch_no is 'The act that decided; null: open.';
comment on column mart.conflicts.entry is 'Entry it is about; null: the whole contest.';
comment on column mart.conflicts.name is 'Name of that entry.';
comment on column mart.conflicts.judge is 'Name or code of the judge.';
comment on column mart.conflicts.successor is 'Who takes over; null: nobody.';
comment on column mart.conflicts.relation is
    'relative, same_employer, trained, interest or other.';
comment on column mart.conflicts.state is 'open, aside, kept or replaced.';
comment on column mart.conflicts.declared_by is 'Who declared it.';
comment on column mart.conflicts.reason is 'Its words.';
comment on column mart.conflicts.declared_at is 'When, UTC.';
comment on column mart.conflicts.ruled_by is 'Who decided; null: nobody yet.';
comment on column mart.conflicts.ruling_reason is 'Why; null: not decided.';
comment on column mart.conflicts.ruled_at is 'When, UTC; null: not decided.';
