-- reading_unconfirmed: results for a contest whose reading of the rules nobody has confirmed.
-- kinds: marks, scores, candidates, selection
-- source: rulebook CS-41 (a contest cannot open until the organiser confirms it)

select
    min(staged.source_row) as source_row,
    null::varchar as source_column,
    reading.contest as found,
    reading.reading,
    reading.key,
    reading.value
from staged
inner join known_reading as reading on reading.contest = staged.contest
group by reading.contest, reading.reading, reading.key, reading.value
order by source_row, reading.reading;
