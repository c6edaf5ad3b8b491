-- fact.batch: which batches are in force for which contest, inside the reader's horizon.
-- grain: one row per contest_no, batch_no
-- source: LEDGER "Reading" (the shape that prunes the scan of 100 million marks)

create or replace view fact.batch as
select
    force.contest_no,
    force.subject_batch_no as batch_no
from ledger.force as force
left join fact.publication as publication on publication.contest_no = force.contest_no
where
    force.batch_no <= case getvariable('audience')::varchar
        when 'staff' then getvariable('as_of')::integer
        when 'public' then case
            when publication.published_batch_no is not null
                then least(publication.published_batch_no, getvariable('as_of')::integer)
        end
    end
group by force.contest_no, force.subject_batch_no
having max_by(force.is_in_force, force.batch_no);

comment on view fact.batch is 'Which batches are in force for which contest.';
comment on column fact.batch.contest_no is 'Physical key of the contest.';
comment on column fact.batch.batch_no is 'A batch whose facts count.';
