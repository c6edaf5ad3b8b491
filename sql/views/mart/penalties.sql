-- mart.penalties: warnings and removals, each with who, when and why, apart from the marks.
-- grain: one row per contest_no, batch_no, source_row; staff only
-- source: rulebook WM-02 (no negative marks), BP-07 (points are never changed by the system; the
-- jury keeps, marks anew or excludes): a penalty takes no points. A removal is the decision exclude

create or replace view mart.penalties as
select
    -- ids
    decision.contest_no,
    contest.contest,
    decision.batch_no,
    decision.source_row,
    entry.entry,
    entry.name,

    -- what
    if(decision.kind = 'exclude', 'removal', decision.value) as penalty,

    -- who, when, why
    decision.who,
    decision.reason,
    source.recorded_at as at
from fact.decision as decision
inner join fact.contest as contest on contest.contest_no = decision.contest_no
inner join fact.entry as entry
    on entry.contest_no = decision.contest_no
    and entry.entry_no = decision.entry_no
inner join fact.source as source
    on source.contest_no = decision.contest_no
    and source.batch_no = decision.batch_no
where
    decision.kind in ('penalty', 'exclude')
    and fact.is_staff_of(decision.contest_no);

comment on view mart.penalties is 'Warnings and removals, apart from the marks.';
comment on column mart.penalties.contest_no is 'Physical key of the contest.';
comment on column mart.penalties.contest is 'Contest id.';
comment on column mart.penalties.batch_no is 'The act that recorded it.';
comment on column mart.penalties.source_row is 'Row of a sheet of decisions; null: by hand.';
comment on column mart.penalties.entry is 'Entry id, unique inside its contest.';
comment on column mart.penalties.name is 'Name of the entry.';
comment on column mart.penalties.penalty is 'warning, or removal (out of the ranking).';
comment on column mart.penalties.who is 'Who decided.';
comment on column mart.penalties.reason is 'Why.';
comment on column mart.penalties.at is 'When, UTC.';
