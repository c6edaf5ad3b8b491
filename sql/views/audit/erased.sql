-- audit.erased: names that an act of erasure destroyed; one that is missing otherwise was lost.
-- grain: one row per batch_no, name_no
-- source: LEDGER "Tables" (erasure deletes the name and destroys the keys; the chain says that it did)

create or replace view audit.erased as
select
    member.batch_no,
    member.name_no
from ledger.entry_fact as member
inner join ledger.decision as erasure
    on erasure.kind = 'erase'
    and erasure.contest_no = member.contest_no
    and erasure.entry_no = member.entry_no
    and erasure.batch_no > member.batch_no

union

select
    application.batch_no,
    application.name_no
from ledger.application as application
inner join ledger.decision as erasure
    on erasure.kind = 'erase'
    and erasure.contest_no = application.contest_no
    and erasure.entry_no is null
    and erasure.batch_no > application.batch_no;

comment on view audit.erased is 'Names that an act of erasure destroyed.';
comment on column audit.erased.batch_no is 'The batch that brought the name.';
comment on column audit.erased.name_no is 'Key of the private name.';
