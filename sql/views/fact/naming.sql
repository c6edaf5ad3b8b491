-- fact.naming: what was decided about names in public: short, of minors only, or full.
-- grain: one row per contest_no, entry_no (null: the whole contest) with such a decision in force
-- source: docs/personal.md (minors' names in public); like an erasure it holds at once, published or
-- not: as of the newest batch for everybody, and never through the published number

create or replace view fact.naming as
with
newest as (
    select
        decision.contest_no,
        decision.entry_no,
        max({
            'batch_no': decision.batch_no,
            'source_row': coalesce(decision.source_row, 0),  -- by hand there is none
            'naming': decision.value
        }) as said
    from ledger.decision as decision
    inner join tally.span as span
        on span.contest_no = decision.contest_no
        and span.batch_no = decision.batch_no
    where
        decision.kind = 'names'
        and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no
    group by decision.contest_no, decision.entry_no
)

select
    contest_no,
    entry_no,
    said.naming,
    said.batch_no,
    said.source_row
from newest;

comment on view fact.naming is 'What was decided about names in public.';
comment on column fact.naming.contest_no is 'Physical key of the contest.';
comment on column fact.naming.entry_no is 'Key of the entry; null: the whole contest.';
comment on column fact.naming.naming is 'short, minors or full.';
comment on column fact.naming.batch_no is 'The act that decided it.';
comment on column fact.naming.source_row is 'Row of a sheet of decisions; 0: by hand.';
