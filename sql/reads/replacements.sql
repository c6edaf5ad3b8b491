-- replacements: what pages and papers read of mart.replacements.

select batch_no, judge, successor, marks, who, reason, "at"
from mart.replacements
where contest_no = $contest_no
order by batch_no, judge
