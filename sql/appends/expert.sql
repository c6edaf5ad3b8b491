-- Appends experts, with a salted digest instead of the name. Reads ready_expert.
-- source: rulebook WM-07; LEDGER "Tables" (contest 0 is never published)

create or replace temp table named_expert as
select
    ready.for_contest,
    ready.source_row,
    ready.source_column,
    ready.name,
    ready.region,
    ready.organisation,
    ready.employer_kind,
    ready.role,
    ready.conflict,
    uuid()::varchar as salt,
    getvariable('as_of')::bigint * 10000000
    + row_number() over (order by ready.source_row, ready.name) as name_no
from ready_expert as ready;

insert into private.name by name
select
    name_no,
    salt,
    name,
    score.folded_name(name) as folded
from named_expert;

insert into ledger.expert
select
    0 as contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    named.source_row,
    named.source_column,
    contest.contest_no as for_contest_no,
    named.name_no,
    sha256(concat_ws(chr(31), named.salt, named.name)) as personal_digest,
    named.region,
    named.organisation,
    named.employer_kind,
    coalesce(named.role, 'judge') as role,
    named.conflict
from named_expert as named
inner join ledger.contest as contest on contest.contest = named.for_contest
order by named.source_row;
