-- score.competitor: who competes, and from whom marks are expected.
-- grain: one row per contest_no, entry_no
-- source: rulebook BP-04, BP-06, BP-07, WM-40 (guests); an entry that is absent, withdrawn or
-- excluded, or without a work in a contest of works, is not ranked and holds nothing up

create or replace view score.competitor as
with
act as (
    select
        contest_no,
        entry_no,
        bool_or(kind = 'exclude') as is_excluded,
        bool_or(kind = 'waiver' and value = 'late') as is_late_waived,
        bool_or(kind = 'waiver' and value = 'pages') as is_short_waived
    from fact.decision
    where
        kind in ('exclude', 'waiver')
        and entry_no is not null
    group by contest_no, entry_no
),

joined as (
    select
        entry.contest_no,
        entry.entry_no,
        entry.is_guest,
        entry.status = 'active' and not coalesce(act.is_excluded, false) as is_there,
        max(work.missing_work) over of_contest as missing_work,
        case
            when max(work.missing_work) over of_contest is null then null
            when work.entry_no is null then 'missing'
            when work.is_late and not coalesce(act.is_late_waived, false) then 'late'
            when work.is_too_short and not coalesce(act.is_short_waived, false) then 'refused'
            else 'accepted'
        end as work_state
    from fact.entry as entry
    left join act
        on act.contest_no = entry.contest_no
        and act.entry_no = entry.entry_no
    left join score.work as work
        on work.contest_no = entry.contest_no
        and work.entry_no = entry.entry_no
    window of_contest as (partition by entry.contest_no)
)

select
    contest_no,
    entry_no,
    is_there,
    is_there
    and (coalesce(work_state, 'accepted') = 'accepted' or missing_work = 'zero') as is_expected,
    is_there
    and (coalesce(work_state, 'accepted') = 'accepted' or missing_work = 'zero')
    and not is_guest as is_competing,
    coalesce(work_state <> 'accepted' and missing_work = 'zero', false) as is_zero,
    work_state
from joined;

comment on view score.competitor is 'Who competes, and from whom marks are expected.';
comment on column score.competitor.contest_no is 'Physical key of the contest.';
comment on column score.competitor.entry_no is 'Key of the entry inside its contest.';
comment on column score.competitor.is_there is
    'Takes part: neither absent, withdrawn nor excluded, by the sheet or by a decision.';
comment on column score.competitor.is_expected is 'Marks are expected.';
comment on column score.competitor.is_competing is 'May be ranked.';
comment on column score.competitor.is_zero is 'Stands with zero points, for want of a work.';
comment on column score.competitor.work_state is
    'accepted, missing, late or refused (too short); null: the contest has no sheet of works.';
