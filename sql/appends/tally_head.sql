-- The heads of the snapshots: one row a touched contest, even of an empty one. Runs after tally.sql.

insert into tally.contest
select
    touched.contest_no,
    getvariable('as_of')::integer as at_batch_no,
    count(total.entry_no)::integer as entries
from (select unnest($contests)::integer as contest_no) as touched
left join tally.entry_total as total
    on total.contest_no = touched.contest_no
    and total.at_batch_no = getvariable('as_of')::integer
group by touched.contest_no
order by touched.contest_no;
