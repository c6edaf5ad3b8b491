-- mart.moments: when a contest changed: the moments that its board can be looked at as of.
-- grain: one row per contest_no, batch_no
-- source: DESIGN "time is one number", 6 (time machine)

create or replace view mart.moments as
select
    contest_no,
    batch_no,
    recorded_at as at,
    kind,
    sheet_kind,
    undoes_batch_no,
    actor
from fact.moment;

comment on view mart.moments is 'When a contest changed.';
comment on column mart.moments.contest_no is 'Physical key of the contest or subject.';
comment on column mart.moments.batch_no is 'The batch after which it was another one.';
comment on column mart.moments.at is 'When, UTC.';
comment on column mart.moments.kind is 'sheet, contest, ruleset, decision, undo, publication, ...';
comment on column mart.moments.sheet_kind is 'Sheet format; null: no sheet.';
comment on column mart.moments.undoes_batch_no is 'The batch it undid; null: none.';
comment on column mart.moments.actor is 'Who did it; null: not shown to the reader.';
