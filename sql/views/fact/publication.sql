-- fact.publication: up to which batch the public may read a contest.
-- grain: one row per contest_no with a publication in force
-- source: LEDGER "Reading"; judged at the staff horizon, because a publication's own number
-- always exceeds the number it publishes

create or replace view fact.publication as
select
    contest_no,
    max_by(published_batch_no, batch_no) as published_batch_no,
    max(batch_no) as publication_batch_no
from tally.span
where
    published_batch_no is not null
    and getvariable('as_of')::integer between first_batch_no and last_batch_no
group by contest_no;

comment on view fact.publication is 'Up to which batch the public may read a contest.';
comment on column fact.publication.contest_no is 'Physical key of the contest.';
comment on column fact.publication.published_batch_no is 'The public sees facts up to this batch.';
comment on column fact.publication.publication_batch_no is 'The batch that published.';
