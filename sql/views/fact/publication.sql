-- fact.publication: up to which batch the public may read a contest.
-- grain: one row per contest_no with a publication in force
-- source: LEDGER "Reading"; judged at the staff horizon, because a publication's own number
-- always exceeds the number it publishes

create or replace view fact.publication as
with
in_force as (
    select
        contest_no,
        subject_batch_no
    from ledger.force
    where batch_no <= getvariable('as_of')::integer
    group by contest_no, subject_batch_no
    having max_by(is_in_force, batch_no)
)

select
    publication.contest_no,
    max_by(publication.published_batch_no, publication.batch_no) as published_batch_no,
    max(publication.batch_no) as publication_batch_no
from ledger.publication as publication
inner join in_force
    on
        in_force.contest_no = publication.contest_no
        and in_force.subject_batch_no = publication.batch_no
group by publication.contest_no;

comment on view fact.publication is 'Up to which batch the public may read a contest.';
comment on column fact.publication.contest_no is 'Physical key of the contest.';
comment on column fact.publication.published_batch_no is 'The public sees facts up to this batch.';
comment on column fact.publication.publication_batch_no is 'The batch that published.';
