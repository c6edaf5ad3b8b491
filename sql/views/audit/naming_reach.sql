-- audit.naming_reach: the contests whose names in public a decision may change: its own, and those
-- that an entry it is about went on to; whether anything of it is in force or not.
-- grain: one row per contest_no, batch_no of such a decision, reached_contest_no
-- source: docs/personal.md (minors' names in public); fact.passed_naming says what it changes there

create or replace view audit.naming_reach as
with recursive
reached as (
    select
        contest_no,
        batch_no,
        contest_no as reached_contest_no,
        entry_no as reached_entry_no
    from ledger.decision
    where kind = 'names'

    union

    select
        reached.contest_no,
        reached.batch_no,
        origin.contest_no as reached_contest_no,
        origin.entry_no as reached_entry_no
    from reached
    inner join ledger.entry_origin as origin
        on origin.from_contest_no = reached.reached_contest_no
        and origin.from_entry_no = reached.reached_entry_no
)

select distinct
    contest_no,
    batch_no,
    reached_contest_no
from reached;

comment on view audit.naming_reach is
    'The contests whose names in public a decision may change.';
comment on column audit.naming_reach.contest_no is 'The contest it was decided in.';
comment on column audit.naming_reach.batch_no is 'The act that decided it.';
comment on column audit.naming_reach.reached_contest_no is 'A contest whose names it may change.';
