-- From which batch number to which a batch counts for a contest: the log of force, turned round so
-- that a reader's horizon is one comparison. Written with the log; verify reckons it again.
-- Only what DuckLake has too.

create table tally.span (
    contest_no integer not null,
    batch_no integer not null,
    first_batch_no integer not null,
    last_batch_no integer not null,  -- 2147483647: it still counts
    published_batch_no integer  -- null: not a publication
);

insert into tally.span
select
    line.contest_no,
    line.subject_batch_no,
    line.batch_no,
    line.last_batch_no,
    publication.published_batch_no
from (
    select
        contest_no,
        subject_batch_no,
        batch_no,
        is_in_force,
        coalesce(lead(batch_no) over of_subject - 1, 2147483647)::integer as last_batch_no
    from ledger.force
    window of_subject as (partition by contest_no, subject_batch_no order by batch_no)
) as line
left join ledger.publication as publication
    on publication.contest_no = line.contest_no
    and publication.batch_no = line.subject_batch_no
where line.is_in_force
order by line.batch_no, line.contest_no, line.subject_batch_no;
