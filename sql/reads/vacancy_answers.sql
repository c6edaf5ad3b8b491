-- vacancy_answers: what the pages read of mart.vacancy_answers, one post.

select
    entry_no, candidate, form, ord, criterion, criterion_name, evidence, rule_text, rule,
    options, option_names, claimed, verified, difference, max_points, status
from mart.vacancy_answers
where contest_no = $contest_no
order by form, ord, entry_no
