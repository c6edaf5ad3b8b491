-- Decisions, as the appender takes them; a subject is a contest, or a contest and an entry.
-- source: CONTRACTS "Decision kinds"

create or replace temp view ready_decision as
select
    split_part(subject, '/', 1) as contest,
    nullif(split_part(subject, '/', 2), '') as entry,
    source_row,
    source_column,
    kind,
    subject,
    expert,
    value,
    who,
    reason,
    "at" as decided_at
from staged;

create or replace temp view ready_contest as
select distinct contest
from ready_decision
where contest is not null;
