-- decisions: those that a result follows from; who and why are not published.

select
    contest_no, batch_no, source_row, entry_no, kind, value
from fact.decision
where
    contest_no = $contest_no
    and kind in ('sign_off', 'reopen', 'tie', 'award', 'exclude', 'waiver')
order by batch_no, source_row
