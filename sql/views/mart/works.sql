-- mart.works: the works of a contest: there, late, short, flagged, and what the jury said.
-- grain: one row per contest_no, entry_no, only in contests with a sheet of works
-- source: rulebook BP-04 (registered without a work: listed apart), BP-06, BP-07

create or replace view mart.works as
select
    -- ids
    competitor.contest_no,
    contest.contest,
    contest.region,
    contest.unit,
    competitor.entry_no,
    entry.entry,
    entry.name,

    -- what
    if(
        competitor.work_state = 'accepted', 'registered', 'registered_no_work'
    ) as status,
    competitor.work_state as state,
    work.received_at,
    work.pages,
    ruleset.min_pages,
    case when flag.is_open then 'pending' else flag.said end as decision,
    flag.who as decided_by,

    -- booleans
    coalesce(work.is_late, false) as is_late,
    coalesce(work.is_short, false) as is_short,
    coalesce(work.has_flag, false) as has_flag,
    competitor.work_state = 'accepted' as is_marked,
    competitor.is_zero
from score.competitor as competitor
inner join fact.contest as contest on contest.contest_no = competitor.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
inner join fact.entry as entry
    on entry.contest_no = competitor.contest_no
    and entry.entry_no = competitor.entry_no
left join score.work as work
    on work.contest_no = competitor.contest_no
    and work.entry_no = competitor.entry_no
left join score.flag as flag
    on flag.contest_no = competitor.contest_no
    and flag.entry_no = competitor.entry_no
where competitor.work_state is not null;

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
