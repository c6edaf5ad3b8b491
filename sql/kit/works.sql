-- works: when they came and how long they are.

select
    contest_no,
    batch_no,
    entry_no,
    strftime(timezone('UTC', received_at), '%Y-%m-%dT%H:%M:%S.%fZ') as received_at,
    pages
from fact.work
where contest_no = $contest_no
order by entry_no, batch_no
