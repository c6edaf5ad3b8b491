-- score.replaced: a judge who was replaced, and who took over; the newest replacement counts.
-- grain: one row per contest_no, judge_no; staff of the contest only
-- source: CONTRACTS "Decision kinds" (replacement). Marks the replaced one gave count on: a mark is
-- taken out by a correction, never by a change of the panel

create or replace view score.replaced as
select
    contest_no,
    judge_no,
    max_by(successor_no, (batch_no, coalesce(source_row, 0))) as successor_no,
    max_by(who, (batch_no, coalesce(source_row, 0))) as who,
    max_by(reason, (batch_no, coalesce(source_row, 0))) as reason,
    max_by(recorded_at, (batch_no, coalesce(source_row, 0))) as recorded_at,
    max(batch_no) as batch_no
from fact.panel_decision
where kind = 'replacement'
group by contest_no, judge_no;

comment on view score.replaced is 'A judge who was replaced, and who took over.';
comment on column score.replaced.contest_no is 'Physical key of the contest.';
comment on column score.replaced.judge_no is 'Who was replaced.';
comment on column score.replaced.successor_no is 'Who took over.';
comment on column score.replaced.who is 'Who decided.';
comment on column score.replaced.reason is 'Why.';
comment on column score.replaced.recorded_at is 'When, UTC.';
comment on column score.replaced.batch_no is 'The act that recorded it.';
