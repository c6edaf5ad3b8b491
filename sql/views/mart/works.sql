-- mart.works: the works of a contest: there, late, short, flagged, and what the jury said.
-- grain: one row per contest_no, entry_no, only in contests with a sheet of works
-- source: rulebook BP-04 (registered without a work: listed apart), BP-06, BP-07

create or replace view mart.works as
with
verdict as (
    select
        contest_no,
        entry_no,
        max_by(
            if(kind = 'exclude', 'exclude', 'keep'), (batch_no, coalesce(source_row, 0))
        ) as said,
        max_by(who, (batch_no, coalesce(source_row, 0))) as who
    from fact.decision
    where
        entry_no is not null
        and (kind = 'exclude' or (kind = 'waiver' and value = 'flag'))
    group by contest_no, entry_no
)

select
    -- ids
    work.contest_no,
    contest.contest,
    contest.region,
    contest.unit,
    work.entry_no,
    entry.entry,
    entry.name,

    -- what
    case
        when work.state = 'accepted' then 'registered'
        else 'registered_no_work'
    end as status,
    work.state,
    work.received_at,
    work.pages,
    work.min_pages,
    case
        when work.is_flag_open then 'pending'
        when work.has_flag then verdict.said
    end as decision,
    if(work.has_flag and not work.is_flag_open, verdict.who, null) as decided_by,

    -- booleans
    work.is_late,
    work.is_short,
    work.has_flag,
    work.is_marked,
    work.is_zero
from score.work as work
inner join fact.contest as contest on contest.contest_no = work.contest_no
inner join fact.entry as entry
    on entry.contest_no = work.contest_no
    and entry.entry_no = work.entry_no
left join verdict
    on verdict.contest_no = work.contest_no
    and verdict.entry_no = work.entry_no;

comment on view mart.works is 'The works of a contest.';
comment on column mart.works.contest_no is 'Physical key of the contest.';
comment on column mart.works.contest is 'Contest id.';
comment on column mart.works.region is 'ISO code of the scope.';
comment on column mart.works.unit is 'Profession.';
comment on column mart.works.entry_no is 'Key of the entry inside its contest.';
comment on column mart.works.entry is 'Entry id, unique inside its contest.';
comment on column mart.works.name is 'Name.';
comment on column mart.works.status is 'registered, or registered_no_work.';
comment on column mart.works.state is 'accepted, missing, late or refused (too short).';
comment on column mart.works.received_at is 'When it came, UTC; null: not yet.';
comment on column mart.works.pages is 'Pages; null: not counted.';
comment on column mart.works.min_pages is 'Pages the ruleset asks for.';
comment on column mart.works.decision is
    'About the flag: pending, keep (as it is, or marked anew) or exclude; null: no flag.';
comment on column mart.works.decided_by is 'Who decided.';
comment on column mart.works.is_late is 'Came after the deadline.';
comment on column mart.works.is_short is 'Has fewer pages than asked for.';
comment on column mart.works.has_flag is 'Material from the internet is suspected.';
comment on column mart.works.is_marked is 'Is marked.';
comment on column mart.works.is_zero is 'Stands with zero points instead.';
