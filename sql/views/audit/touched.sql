-- audit.touched: the contests each batch brought facts for; 0 is what is never published.
-- grain: one row per batch_no, contest_no
-- source: LEDGER "Tables" (one row of force per contest a batch touches)

create or replace view audit.touched as
select
    batch_no,
    contest_no
from ledger.contest_fact
union
select
    batch_no,
    contest_no
from ledger.organisation
union
select
    batch_no,
    contest_no
from ledger.application
union
select
    batch_no,
    contest_no
from ledger.entry_fact
union
select
    batch_no,
    contest_no
from ledger.expert
union
select
    batch_no,
    contest_no
from ledger.aspect
union
select
    batch_no,
    contest_no
from ledger.aspect_descriptor
union
select
    batch_no,
    contest_no
from ledger.mark
union
select
    batch_no,
    contest_no
from ledger.score
union
select
    batch_no,
    contest_no
from ledger.scale_score
union
select
    batch_no,
    contest_no
from ledger.decision
union
select
    batch_no,
    contest_no
from ledger.publication
union
select
    batch_no,
    contest_no
from ledger.entry_origin
union
select
    batch_no,
    contest_no
from ledger.schedule_item
union
select
    batch_no,
    contest_no
from ledger.indicator_value
union
select
    batch_no,
    contest_no
from ledger.indicator_target
union
select
    batch_no,
    contest_no
from ledger.centre_item
union
select
    batch_no,
    contest_no
from ledger.vacancy
union
select
    batch_no,
    contest_no
from ledger.candidate_answer
union
select
    batch_no,
    contest_no
from ledger.exam_result
union
select
    batch_no,
    contest_no
from ledger.work
union
select
    batch_no,
    contest_no
from ledger.event
union
select
    batch_no,
    contest_no
from ledger.selection_result
union
select
    batch_no,
    contest_no
from ledger.document
union
select
    batch_no,
    contest_no
from ledger.revocation
union
select
    batch_no,
    contest_no
from ledger.attached_signature;

comment on view audit.touched is 'The contests each batch brought facts for.';
comment on column audit.touched.batch_no is 'The batch.';
comment on column audit.touched.contest_no is 'Physical key of the contest; 0: never published.';
