-- disagreements: what the pages read of mart.disagreements.

select
    entry, name, sub_criterion, aspect, kind, description, judge_no, judge, mark, least,
    greatest, allowed
from mart.disagreements
where contest_no = $contest_no
order by sub_criterion, aspect, entry, judge_no
