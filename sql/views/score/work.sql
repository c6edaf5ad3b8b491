-- score.work: the work of each entry of a contest that has works: there, late, short, flagged.
-- grain: one row per contest_no, entry_no of fact.entry, only in contests with a sheet of works
-- source: rulebook BP-04 (due with the form; without a work not marked), BP-06 (pages), BP-07 (the
-- jury decides about a flag: keep, a new mark, exclude). The day binds the tour it lies in

create or replace view score.work as
with
listed as (
    select distinct contest_no
    from fact.work
),

due as (
    select
        contest.contest_no,
        ruleset.zone,
        ruleset.min_pages,
        ruleset.min_pages_effect,
        ruleset.missing_work,
        ruleset.is_due_inclusive,
        case
            when bool_or(tour.level = contest.level) or count(tour.tour) = 0
                then max(ruleset.due_on)
        end as due_on
    from listed
    inner join fact.contest as contest on contest.contest_no = listed.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    left join ref.tour as tour
        on tour.ruleset_hash = contest.ruleset_hash
        and ruleset.due_on between tour.starts_on and tour.ends_on
    group by all
),

act as (
    select
        contest_no,
        entry_no,
        max(batch_no) filter (kind = 'exclude' or value = 'flag') as flag_batch_no,
        bool_or(kind = 'waiver' and value = 'late') as is_late_waived,
        bool_or(kind = 'waiver' and value = 'pages') as is_short_waived
    from fact.decision
    where
        entry_no is not null
        and kind in ('exclude', 'waiver')
    group by contest_no, entry_no
),

looked_at as (
    select
        due.contest_no,
        entry.entry_no,
        due.missing_work,
        due.min_pages,
        due.min_pages_effect,
        work.received_at,
        work.pages,
        work.batch_no,
        coalesce(work.has_flag, false) as has_flag,
        act.flag_batch_no,
        coalesce(act.is_late_waived, false) as is_late_waived,
        coalesce(act.is_short_waived, false) as is_short_waived,
        coalesce(
            score.is_late(due.due_on, due.is_due_inclusive, due.zone, work.received_at), false
        ) as is_late,
        coalesce(work.pages < due.min_pages, false) as is_short
    from due
    inner join fact.entry as entry on entry.contest_no = due.contest_no
    left join fact.work as work
        on work.contest_no = due.contest_no
        and work.entry_no = entry.entry_no
    left join act
        on act.contest_no = due.contest_no
        and act.entry_no = entry.entry_no
),

stated as (
    select
        contest_no,
        entry_no,
        missing_work,
        received_at,
        pages,
        min_pages,
        is_late,
        is_short,
        has_flag,
        has_flag and coalesce(flag_batch_no < batch_no, true) as is_flag_open,
        case
            when received_at is null then 'missing'
            when is_late and not is_late_waived then 'late'
            when is_short and min_pages_effect = 'refuse' and not is_short_waived then 'refused'
            else 'accepted'
        end as state
    from looked_at
)

select
    contest_no,
    entry_no,
    state,
    received_at,
    pages,
    min_pages,
    is_late,
    is_short,
    has_flag,
    is_flag_open,
    state = 'accepted' as is_marked,
    state <> 'accepted' and missing_work = 'zero' as is_zero
from stated;

comment on view score.work is 'The work of each entry: there, late, short, flagged.';
comment on column score.work.contest_no is 'Physical key of the contest.';
comment on column score.work.entry_no is 'Key of the entry inside its contest.';
comment on column score.work.state is 'accepted, missing, late or refused (too short).';
comment on column score.work.received_at is 'When it came; null: not yet.';
comment on column score.work.pages is 'Pages; null: not counted.';
comment on column score.work.min_pages is 'Pages the ruleset asks for.';
comment on column score.work.is_late is 'Came after the deadline, waived or not.';
comment on column score.work.is_short is 'Has fewer pages than asked for.';
comment on column score.work.has_flag is 'Material from the internet is suspected.';
comment on column score.work.is_flag_open is 'The jury has not decided about the flag yet.';
comment on column score.work.is_marked is 'Is marked; else the entry is registered without a work.';
comment on column score.work.is_zero is 'Stands with zero points instead (missing_work = zero).';
