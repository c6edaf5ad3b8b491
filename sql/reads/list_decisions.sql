-- list_decisions: what a jury decided about a contest, in the order of the acts.

select batch_no, kind, entry, name, value, reason, who, "at"
from mart.decisions
where
    contest_no = $contest_no
    and kind in (
        'tie', 'draw', 'reveal', 'award', 'exclude', 'waiver', 'ruling', 'reading', 'reopen',
        'sign_off'
    )
order by batch_no, entry
