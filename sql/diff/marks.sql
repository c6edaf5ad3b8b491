-- What a sheet of marks says now, and what the batch $batch_no said: one value a row.

create or replace temp table diff_new as
select
    given.key,
    given.source_row,
    part.field,
    part.value
from (
    select
        concat_ws(' · ', contest, entry, aspect, judge) as key,
        source_row,
        [
            {'field': 'mark', 'value': (try_cast(mark as decimal(9, 3)))::varchar}
        ] as parts
    from staged
    where mark is not null
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
        concat_ws(' · ', contest.contest, entry.entry, mark.aspect, judge.judge) as key,
        [
            {'field': 'mark', 'value': (mark.mark)::varchar}
        ] as parts
    from fact.mark as mark
    inner join known_contest as contest on contest.contest_no = mark.contest_no
    inner join ledger.entry as entry
        on entry.contest_no = mark.contest_no
        and entry.entry_no = mark.entry_no
    left join fact.judge as judge
        on judge.contest_no = mark.contest_no
        and judge.judge_no = mark.judge_no
    where mark.batch_no = $batch_no
) as given
cross join unnest(given.parts) as listed (part);
