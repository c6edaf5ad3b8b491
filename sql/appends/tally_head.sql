-- The head of a snapshot. Runs after tally.sql.

insert into tally.contest
select
    $contest_no as contest_no,
    getvariable('as_of')::integer as at_batch_no,
    count(total.entry_no)::integer as entries
from tally.entry_total as total
where total.contest_no = $contest_no and total.at_batch_no = getvariable('as_of')::integer;
