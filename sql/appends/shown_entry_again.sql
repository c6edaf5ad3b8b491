-- Shows the entries of contests anew about whose names this batch decides, in all sheets, newest or
-- not: what it writes or takes back holds at once.
-- source: docs/personal.md (minors' names in public)

update private.shown_entry as shown
set
    naming = now.naming,
    public_name = now.public_name
from audit.shown_entry as now
where
    list_contains($contests, shown.contest_no)
    and now.contest_no = shown.contest_no
    and now.entry_no = shown.entry_no
    and now.batch_no = shown.batch_no
    and (
        now.naming is distinct from shown.naming
        or now.public_name is distinct from shown.public_name
    );
