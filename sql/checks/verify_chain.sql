-- verify_chain: batches whose row, number or place in the chain is not what was written.
-- source: DESIGN 8 (the chain names the first broken batch)

select
    batch.batch_no,
    case
        when batch.sha256 <> batch.expected_sha256 then 'its own row'
        when batch.prev_sha256 <> batch.expected_prev_sha256 then 'the batch before it'
        when batch.batch_no <> batch.position then 'its number'
    end as what
from (
    select
        batch_no,
        sha256,
        expected_sha256,
        prev_sha256,
        expected_prev_sha256,
        row_number() over (order by batch_no) as position
    from audit.batch
) as batch
where what is not null
order by batch.batch_no
