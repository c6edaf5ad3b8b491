-- verify_published: batches that a publication rests on and that are not what was written: any link
-- of the chain, and the facts of the given batches.
-- source: DESIGN 8 (the chain names the first broken batch)

select
    batch.batch_no
from audit.batch as batch
where
    batch.sha256 <> batch.expected_sha256
    or batch.prev_sha256 <> batch.expected_prev_sha256

union

select
    batch.batch_no
from audit.batch as batch
left join (
    select
        batch_no,
        content_sha256
    from audit.content
    where list_contains($batches, batch_no)
) as content on content.batch_no = batch.batch_no
where
    list_contains($batches, batch.batch_no)
    and batch.content_sha256 <> coalesce(content.content_sha256, '')

order by 1
