-- marking_forms: what juries mark in a contest, in the order of its forms.

select
    contest_no, form, form_name, day, item, kind, label, requirement, partial_rule, scores, max_mark
from mart.marking_forms
where contest_no = $contest_no
order by form, ord, item
