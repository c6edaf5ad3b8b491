-- scheme_criteria: what the pages read of mart.scheme_criteria.

select
    criterion, sub_criteria, measurements, judgements, max_mark
from mart.scheme_criteria
where contest_no = $contest_no
order by criterion
