-- aspects: what the pages read of mart.aspects about one entry.

select
    criterion, sub_criterion, sub_criterion_name, aspect, kind, description, max_mark, mark,
    judges, judges_needed, is_open
from mart.aspects
where contest_no = $contest_no
    and entry = $entry
order by sub_criterion, kind desc, try_cast(regexp_extract(aspect, '\d+$') as integer), aspect
