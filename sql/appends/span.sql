-- Opens the spans of what this batch puts in force; running it again changes nothing.
-- source: LEDGER "Tables" (force); tally.span says the same as the log, for one comparison a read

insert into tally.span
select
    line.contest_no,
    line.subject_batch_no as batch_no,
    line.batch_no as first_batch_no,
    2147483647 as last_batch_no,
    publication.published_batch_no
from ledger.force as line
left join ledger.publication as publication
    on publication.contest_no = line.contest_no
    and publication.batch_no = line.subject_batch_no
left join tally.span as span
    on span.contest_no = line.contest_no
    and span.batch_no = line.subject_batch_no
    and span.first_batch_no = line.batch_no
where
    line.batch_no = getvariable('as_of')::integer
    and line.is_in_force
    and span.contest_no is null
order by line.contest_no, line.subject_batch_no;
