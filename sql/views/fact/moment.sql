-- fact.moment: the batches after which a contest was another one: what it could be looked at as of.
-- grain: one row per contest_no, batch_no inside the reader's horizon; of contests for which the
-- reader is no staff, the publications alone, and of those not who published
-- source: DESIGN "time is one number"; LEDGER "Tables" (force: one row per contest a batch touches)

create or replace view fact.moment as
select
    line.contest_no,
    batch.batch_no,
    batch.recorded_at,
    batch.kind,
    batch.sheet_kind,
    batch.undoes_batch_no,
    case when fact.is_staff_of(line.contest_no) then batch.actor end as actor
from (
    select distinct
        contest_no,
        batch_no
    from ledger.force
) as line
inner join ledger.batch as batch on batch.batch_no = line.batch_no
where
    getvariable('audience')::varchar in ('staff', 'public')
    and batch.batch_no <= getvariable('as_of')::integer
    and (fact.is_staff_of(line.contest_no) or batch.kind = 'publication');

comment on view fact.moment is 'The batches after which a contest was another one.';
comment on column fact.moment.contest_no is 'Physical key of the contest or subject.';
comment on column fact.moment.batch_no is 'The batch.';
comment on column fact.moment.recorded_at is 'When it was written, UTC.';
comment on column fact.moment.kind is 'sheet, contest, ruleset, decision, undo, publication, ...';
comment on column fact.moment.sheet_kind is 'Sheet format; null: no sheet.';
comment on column fact.moment.undoes_batch_no is 'The batch it undid; null: none.';
comment on column fact.moment.actor is 'Who did it; null: not shown to the reader.';
