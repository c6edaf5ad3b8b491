-- late_document: a document that came after the last day of acceptance.
-- kinds: candidates
-- source: rulebook VC-03

select
    answer.source_row,
    named.source_column,
    answer.event_date::varchar as found,
    post.last_day
from staged_answer as answer
inner join known_contest as contest on contest.contest = answer.contest
inner join score.vacancy_post as post
    on post.contest_no = contest.contest_no
    and post.variant = 'default'
left join staged_column as named on named.field = 'event_date'
where answer.document_no is not null and answer.event_date > post.accepted_to
order by answer.source_row;
