-- What a sheet of scores says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, entry, judge, criterion) as key,
        source_row,
        [
            {'field': 'points', 'value': (try_cast(points as decimal(9, 3)))::varchar}
        ] as parts
    from staged_points
) as given
cross join unnest(given.parts) as listed (part);

create or replace temp table diff_old as
select
    given.key,
    null::integer as source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest.contest, entry.entry, judge.judge, score.criterion) as key,
        [
            {'field': 'points', 'value': (score.points)::varchar}
        ] as parts
    from fact.score as score
    inner join known_contest as contest on contest.contest_no = score.contest_no
    inner join ledger.entry as entry
        on entry.contest_no = score.contest_no
        and entry.entry_no = score.entry_no
    left join fact.judge as judge
        on judge.contest_no = score.contest_no
        and judge.judge_no = score.judge_no
    where score.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
