-- vacancy_ranking: what the pages read of mart.vacancy_ranking, one post.

select
    contest_no, contest, entry_no, code, candidate, form, form_due, is_wrong_form, claimed,
    verified, difference, place, place_of_form, unanswered, waiting, missing, received_on,
    channel, last_day, proposal, rule, decision, decided_by, complete, is_tied, is_late,
    is_qualified, is_above_printed_range
from mart.vacancy_ranking
where contest_no = $contest_no
order by place nulls last, verified desc nulls last, entry_no
