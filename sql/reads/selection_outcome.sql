-- selection_outcome: what the pages read of mart.selection_outcome.

select
    contest_no, contest, post, body, region, region_name, applicants, interviewed, listed,
    winner, total, tie_step, result_on, members, signed, signatures_missing, is_signed,
    notices_hr, notices_candidates, announced_on, appoint_from, appoint_until, is_past_end,
    appointed_on, documents_due, documents_missing, documents_on
from mart.selection_outcome
order by contest_no desc
