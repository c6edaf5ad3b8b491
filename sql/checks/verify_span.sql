-- verify_span: batches whose lines in the log of force are not what the spans say.
-- source: LEDGER "Tables" (force); fact.batch reads tally.span alone. A line that repeats the one
-- before it opens and ends nothing (undos wrote such lines until November 2026)

with
said as (
    select
        line.batch_no,
        line.contest_no,
        line.subject_batch_no,
        line.is_in_force,
        if(line.is_in_force, publication.published_batch_no, null) as published_batch_no
    from ledger.force as line
    left join ledger.publication as publication
        on publication.contest_no = line.contest_no
        and publication.batch_no = line.subject_batch_no
    qualify line.is_in_force <> coalesce(
        lag(line.is_in_force) over (
            partition by line.contest_no, line.subject_batch_no
            order by line.batch_no
        ),
        false
    )
),

written as (
    select
        first_batch_no as batch_no,
        contest_no,
        batch_no as subject_batch_no,
        true as is_in_force,
        published_batch_no
    from tally.span
    union all
    select
        last_batch_no + 1 as batch_no,
        contest_no,
        batch_no as subject_batch_no,
        false as is_in_force,
        null as published_batch_no
    from tally.span
    where last_batch_no < 2147483647
)

select distinct batch_no
from (
    (from said except all from written)
    union all
    (from written except all from said)
) as difference
order by batch_no;
