-- scheme: what the pages read of mart.scheme.

select
    criterion, sub_criterion, aspect, sub_criterion_name, day, kind, description,
    requirement, partial_rule, scores, wsos_section, max_mark
from mart.scheme
where contest_no = $contest_no
order by sub_criterion, ord, aspect
