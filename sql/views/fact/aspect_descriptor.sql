-- fact.aspect_descriptor: what a judgement score of 0 to 3 means for one aspect.
-- grain: one row per contest_no, aspect, score
-- source: rulebook WM-10

create or replace view fact.aspect_descriptor as
select
    aspect_descriptor.contest_no,
    aspect_descriptor.batch_no,
    aspect_descriptor.aspect,
    aspect_descriptor.score,
    aspect_descriptor.descriptor
from ledger.aspect_descriptor as aspect_descriptor
inner join fact.batch as batch
    on batch.contest_no = aspect_descriptor.contest_no
    and batch.batch_no = aspect_descriptor.batch_no;

comment on view fact.aspect_descriptor is 'What a judgement score of 0 to 3 means for one aspect.';
comment on column fact.aspect_descriptor.contest_no is 'Physical key of the contest.';
comment on column fact.aspect_descriptor.batch_no is 'The batch that brought the fact.';
comment on column fact.aspect_descriptor.aspect is 'Aspect id.';
comment on column fact.aspect_descriptor.score is '0, 1, 2 or 3.';
comment on column fact.aspect_descriptor.descriptor is 'What this score means.';
