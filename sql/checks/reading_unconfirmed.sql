-- reading_unconfirmed: results for a contest whose reading of the rules nobody has confirmed.
-- kinds: marks, scores, candidates, selection
-- needs: known_question
-- source: rulebook CS-41 (a contest cannot open until the organiser confirms it)

select
    min(staged.source_row) as source_row,
    null::varchar as source_column,
    reading.contest as found,
    reading.reading,
    reading.key,
    reading.value
from known_question as question
inner join score.reading as reading on reading.contest_no = question.contest_no
inner join staged on staged.contest = reading.contest
where reading.changes_winner and not reading.is_confirmed and reading.value <> ''
group by reading.contest, reading.reading, reading.key, reading.value
order by source_row, reading.reading;
