-- scale_scores: scores that were published elsewhere.

select contest_no, batch_no, entry_no, scale
from fact.scale_score
where contest_no = $contest_no
order by entry_no, batch_no
