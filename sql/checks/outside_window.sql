-- outside_window: an achievement older than the last years: 0 points.
-- kinds: candidates
-- source: rulebook VC-13

select
    answer.source_row,
    named.source_column,
    answer.event_date::varchar as found,
    post.window_from
from staged_answer as answer
inner join known_contest as contest on contest.contest = answer.contest
inner join score.vacancy_post as post
    on post.contest_no = contest.contest_no
    and post.variant = 'default'
inner join ref.vacancy_option as line
    on line.ruleset_hash = answer.ruleset_hash
    and line.variant = 'default'
    and line.form = answer.form
    and line.criterion = answer.criterion
    and line.option = answer.option
left join staged_column as named on named.field = 'event_date'
where line.is_windowed and answer.event_date < post.window_from
order by answer.source_row;
