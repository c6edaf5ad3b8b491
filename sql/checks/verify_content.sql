-- verify_content: batches of a part of the chain whose facts or totals are not those of their hashes.
-- source: DESIGN 8; in parts, because what is hashed is written out as text: a hundred million
-- marks at once would be more than memory holds

with
content as (
    select
        batch_no,
        content_sha256
    from audit.content
    where batch_no between $first and $last
),

tally as (
    select
        batch_no,
        tally_sha256,
        shown_sha256,
        order_sha256,
        board_sha256,
        former_sha256
    from audit.tally
    where batch_no between $first and $last
),

written as (
    select
        batch_no,
        content_sha256,
        tally_sha256
    from audit.batch
    where batch_no between $first and $last
)

select
    written.batch_no,
    case
        when written.content_sha256 <> coalesce(content.content_sha256, '') then 'its facts'
        when
            written.tally_sha256 not in (
                coalesce(tally.tally_sha256, ''),
                coalesce(tally.shown_sha256, ''),
                coalesce(tally.order_sha256, ''),
                coalesce(tally.board_sha256, ''),
                coalesce(tally.former_sha256, '')
            )
            then 'its totals'
    end as what
from written
left join content on content.batch_no = written.batch_no
left join tally on tally.batch_no = written.batch_no
where what is not null

union all

select
    content.batch_no,
    'facts of no batch' as what
from content
anti join written on written.batch_no = content.batch_no

union all

select
    tally.batch_no,
    'totals of no batch' as what
from tally
anti join written on written.batch_no = tally.batch_no

order by 1, 2
