-- decisions: what the pages read of mart.decisions, the newest first.

select
    contest_no, contest, entry, name, kind, value, who, reason, "at", batch_no, from_contest
from mart.decisions
order by batch_no desc, entry
