-- score.competitor: who competes, and from whom marks are expected.
-- grain: one row per contest_no, entry_no
-- source: rulebook BP-04, BP-07, WM-40 (guests); an entry that is absent, withdrawn or excluded, or
-- that has handed in no work, is not ranked and holds nothing up

create or replace view score.competitor as
with
excluded as (
    select distinct
        contest_no,
        entry_no
    from fact.decision
    where
        kind = 'exclude'
        and entry_no is not null
)

select
    entry.contest_no,
    entry.entry_no,
    entry.status = 'active'
    and excluded.entry_no is null
    and coalesce(work.is_marked or work.is_zero, true) as is_expected,
    entry.status = 'active'
    and excluded.entry_no is null
    and coalesce(work.is_marked or work.is_zero, true)
    and not entry.is_guest as is_competing,
    coalesce(work.is_zero, false) as is_zero
from fact.entry as entry
left join excluded
    on excluded.contest_no = entry.contest_no
    and excluded.entry_no = entry.entry_no
left join score.work as work
    on work.contest_no = entry.contest_no
    and work.entry_no = entry.entry_no;

comment on view score.competitor is 'Who competes, and from whom marks are expected.';
comment on column score.competitor.contest_no is 'Physical key of the contest.';
comment on column score.competitor.entry_no is 'Key of the entry inside its contest.';
comment on column score.competitor.is_expected is 'Marks are expected: active, not excluded.';
comment on column score.competitor.is_competing is 'May be ranked: expected, and no guest.';
comment on column score.competitor.is_zero is
    'Stands with zero points because no work was handed in.';
