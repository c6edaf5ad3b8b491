-- Lines of force of one new batch, those out that repeat what holds already: $batch_no; $left_out are
-- contests that stay as they are here.

select
    line.contest_no,
    line.subject_batch_no,
    line.is_in_force
from merge_line as line
left join tally.span as span
    on span.contest_no = line.contest_no
    and span.batch_no = line.subject_batch_no
    and span.last_batch_no = 2147483647
where
    line.batch_no = $batch_no
    and not list_contains($left_out::integer[], line.contest_no)
    and line.is_in_force = (span.batch_no is null)
order by line.contest_no, line.subject_batch_no
