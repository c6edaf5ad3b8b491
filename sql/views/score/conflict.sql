-- score.conflict: each declared conflict of interest, and what was decided about it.
-- grain: one row per contest_no, batch_no, source_row of a declaration; staff of the contest only
-- source: CONTRACTS "Decision kinds" (conflict, conflict_ruling, replacement); the newest decision
-- after the declaration counts: one about the same entry, or about the whole contest

create or replace view score.conflict as
with
declared as (
    select
        contest_no,
        batch_no,
        source_row,
        entry_no,
        judge_no,
        word,
        who,
        reason,
        recorded_at
    from fact.panel_decision
    where kind = 'conflict'
),

ruling as (
    select
        contest_no,
        batch_no,
        coalesce(source_row, 0) as row_no,
        entry_no,
        judge_no,
        successor_no,
        word,
        who,
        reason,
        recorded_at
    from fact.panel_decision
    where kind <> 'conflict'
),

ruled as (
    select
        declared.contest_no,
        declared.batch_no,
        declared.source_row,
        max_by(
            struct_pack(
                batch_no := ruling.batch_no,
                word := ruling.word,
                successor_no := ruling.successor_no,
                who := ruling.who,
                reason := ruling.reason,
                recorded_at := ruling.recorded_at
            ),
            (ruling.batch_no, ruling.row_no)
        ) as newest
    from declared
    inner join ruling
        on ruling.contest_no = declared.contest_no
        and ruling.judge_no = declared.judge_no
        and (ruling.entry_no is null or ruling.entry_no = declared.entry_no)
        and (ruling.batch_no, ruling.row_no)
        > (declared.batch_no, coalesce(declared.source_row, 0))
    group by declared.contest_no, declared.batch_no, declared.source_row
)

select
    -- ids
    declared.contest_no,
    declared.batch_no,
    declared.source_row,
    declared.entry_no,
    declared.judge_no,
    ruled.newest.successor_no as successor_no,
    ruled.newest.batch_no as ruling_batch_no,

    -- what
    declared.word as relation,
    coalesce(ruled.newest.word, 'open') as state,

    -- who, when, why
    declared.who as declared_by,
    declared.reason,
    declared.recorded_at as declared_at,
    ruled.newest.who as ruled_by,
    ruled.newest.reason as ruling_reason,
    ruled.newest.recorded_at as ruled_at
from declared
left join ruled
    on ruled.contest_no = declared.contest_no
    and ruled.batch_no = declared.batch_no
    and ruled.source_row is not distinct from declared.source_row;

comment on view score.conflict is 'Each declared conflict of interest, and what was decided.';
comment on column score.conflict.contest_no is 'Physical key of the contest.';
comment on column score.conflict.batch_no is 'The act that declared it.';
comment on column score.conflict.source_row is 'Row of a sheet of decisions; null: by hand.';
comment on column score.conflict.entry_no is 'The entry it is about; null: the whole contest.';
comment on column score.conflict.judge_no is 'The judge.';
comment on column score.conflict.successor_no is 'Who takes over; null: nobody.';
comment on column score.conflict.ruling_batch_no is 'The act that decided; null: open.';
comment on column score.conflict.relation is
    'relative, same_employer, trained, interest or other.';
comment on column score.conflict.state is
    'open; aside (does not mark it); kept (marks, for the reason told); replaced.';
comment on column score.conflict.declared_by is 'Who declared it.';
comment on column score.conflict.reason is 'Its words.';
comment on column score.conflict.declared_at is 'When, UTC.';
comment on column score.conflict.ruled_by is 'Who decided; null: nobody yet.';
comment on column score.conflict.ruling_reason is 'Why; null: not decided.';
comment on column score.conflict.ruled_at is 'When, UTC; null: not decided.';
