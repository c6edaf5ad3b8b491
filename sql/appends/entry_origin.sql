-- Links the entries that advanced to those they come from.
-- Runs after entry.sql and entry_fact.sql; reads ready_entry_fact as advancing.sql makes it.
-- source: CONTRACTS "Ids" (from_entry)

insert into ledger.entry_origin
select
    contest.contest_no,
    getvariable('as_of')::integer as batch_no,
    null as source_sheet,
    min(advancing.source_row) as source_row,
    null as source_column,
    registry.entry_no,
    $from_contest_no as from_contest_no,
    advancing.from_entry_no
from ready_entry_fact as advancing
inner join ledger.contest as contest on contest.contest = advancing.contest
inner join ledger.entry as registry
    on registry.contest_no = contest.contest_no
    and registry.entry = advancing.entry
group by contest.contest_no, registry.entry_no, advancing.from_entry_no
order by registry.entry_no;
