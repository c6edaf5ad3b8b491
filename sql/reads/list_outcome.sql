-- list_outcome: the outcome of one selection, its protocol and its appointment; no names (CS-34 to
-- CS-38, CS-40).

select
    post, body, region_name, applicants, interviewed, listed, winner, total, result_on, members,
    signed, announced_on, appoint_from, appoint_until, appointed_on, documents_due,
    documents_missing
from mart.selection_outcome
where contest_no = $contest_no
