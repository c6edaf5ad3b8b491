-- score.lock: whether a part of a contest is locked, where anybody ever locked one.
-- grain: one row per contest_no, sub_criterion of a contest with a lock; staff of the contest only
-- source: rulebook WM-09 (locked; unlocking needs the chief expert and a reason). The newest act
-- about the part or about all parts counts; reopening the contest unlocks all of them

create or replace view score.lock as
with
act as (
    select
        contest_no,
        batch_no,
        coalesce(source_row, 0) as row_no,
        kind,
        if(kind = 'reopen', 'all', value) as about,
        who,
        reason
    from fact.decision
    where
        kind in ('lock', 'unlock', 'reopen')
        and entry_no is null
        and fact.is_staff_of(contest_no)
)

select
    part.contest_no,
    part.sub_criterion,
    max_by(act.kind, (act.batch_no, act.row_no)) = 'lock' as is_locked,
    max_by(act.who, (act.batch_no, act.row_no)) as who,
    max_by(act.reason, (act.batch_no, act.row_no)) as reason,
    max(act.batch_no) as batch_no
from act
inner join score.sub_criterion as part
    on part.contest_no = act.contest_no
    and act.about in ('all', part.sub_criterion)
group by part.contest_no, part.sub_criterion
having bool_or(act.kind = 'lock');

comment on view score.lock is 'Whether a part of a contest is locked.';
comment on column score.lock.contest_no is 'Physical key of the contest.';
comment on column score.lock.sub_criterion is
    'Sub-criterion of the scheme, or criterion of the score sheets.';
comment on column score.lock.is_locked is 'Locked: nothing of it can be changed.';
comment on column score.lock.who is 'Who locked or unlocked it last.';
comment on column score.lock.reason is 'Why.';
comment on column score.lock.batch_no is 'The act that recorded it.';
