-- vacancy_readings: what the pages read of mart.vacancy_readings, one post.

select
    reading, other, entry_no, candidate, key, value, question, verified, other_verified, place,
    other_place, other_last_day, other_form_due, is_confirmed, is_proposal_changed,
    other_proposal
from mart.vacancy_readings
where contest_no = $contest_no
order by reading, other, entry_no
