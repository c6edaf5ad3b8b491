-- audit.fact_digest: what each batch holds of each kind of fact, as one hash.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing" (anyone can recompute the chain in the shell); null is written as
-- chr(26), columns are parted by chr(31) and rows by chr(10)

create or replace view audit.fact_digest as
select
    batch_no,
    fact,
    row_count,
    digest
from audit.contest_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.mark_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.act_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.progress_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.movement_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.vacancy_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.exam_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.calendar_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.selection_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.document_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.venue_digest;

comment on view audit.fact_digest is 'What each batch holds of each kind of fact, as one hash.';
comment on column audit.fact_digest.batch_no is 'The batch.';
comment on column audit.fact_digest.fact is 'Table of the ledger.';
comment on column audit.fact_digest.row_count is 'Rows of facts; 0 for the log of force.';
comment on column audit.fact_digest.digest is 'SHA-256 over the rows in the order of the file.';
