-- fact.published: when the result that the public reads of a contest was published.
-- grain: one row per contest_no with a publication in force
-- source: fact.publication; the clock of appeals begins there

create or replace view fact.published as
select
    publication.contest_no,
    publication.publication_batch_no,
    batch.recorded_at as published_at
from fact.publication as publication
inner join ledger.batch as batch on batch.batch_no = publication.publication_batch_no;

comment on view fact.published is 'When the result that the public reads was published.';
comment on column fact.published.contest_no is 'Physical key of the contest.';
comment on column fact.published.publication_batch_no is 'The act that published.';
comment on column fact.published.published_at is 'When, UTC.';
