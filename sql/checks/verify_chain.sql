-- verify_chain: batches that do not say what they said when they were written.
-- source: DESIGN 8 (the chain names the first broken batch)

select
    batch.batch_no,
    case
        when batch.sha256 <> batch.expected_sha256 then 'its own row'
        when batch.prev_sha256 <> batch.expected_prev_sha256 then 'the batch before it'
        when batch.content_sha256 <> coalesce(content.content_sha256, '') then 'its facts'
        when
            batch.tally_sha256 not in (
                coalesce(tally.tally_sha256, ''),
                coalesce(tally.shown_sha256, ''),
                coalesce(tally.order_sha256, ''),
                coalesce(tally.board_sha256, ''),
                coalesce(tally.former_sha256, '')
            )
            then 'its totals'
        when batch.batch_no <> batch.position then 'its number'
    end as what
from (
    select
        batch_no,
        sha256,
        expected_sha256,
        prev_sha256,
        expected_prev_sha256,
        content_sha256,
        tally_sha256,
        row_number() over (order by batch_no) as position
    from audit.batch
) as batch
left join audit.content as content on content.batch_no = batch.batch_no
left join audit.tally as tally on tally.batch_no = batch.batch_no
where what is not null

union all

select
    content.batch_no,
    'facts of no batch' as what
from audit.content as content
anti join audit.batch as batch on batch.batch_no = content.batch_no

union all

select
    tally.batch_no,
    'totals of no batch' as what
from audit.tally as tally
anti join audit.batch as batch on batch.batch_no = tally.batch_no

union all

select
    personal.batch_no,
    concat('a ', personal.what) as what
from audit.personal as personal

order by 1, 2
