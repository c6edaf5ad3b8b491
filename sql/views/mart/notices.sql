-- mart.notices: what there is to tell, and to whom: staff of the contest, one entry, or both.
-- grain: one row per kind, contest_no, entry and number; staff only
-- source: CONTRACTS "States" (appeal, contest); rulebook CS-12 (steps of a selection), BP-07, BP-10,
-- BP-11 (what is missing). Nothing names a person; whoever gets it knows the own entry

create or replace view mart.notices as
with
appeal as materialized (
    select
        contest_no,
        batch_no,
        entry_no,
        state
    from score.appeal
    where fact.is_staff_of(contest_no)
),

moved as (
    select
        contest_no,
        publication_batch_no,
        entry_no,
        place,
        lag(place) over in_order as former,
        lag(publication_batch_no) over in_order as former_batch_no
    from fact.published_place
    window in_order as (partition by contest_no, entry_no order by publication_batch_no)
),

told as (
    select
        'published' as kind,
        'everybody' as audience,
        contest_no,
        null::integer as entry_no,
        min(publication_batch_no)::varchar as number,
        null::varchar as before,
        null::varchar as after
    from fact.published_place
    group by contest_no
    union all
    select
        'appeal_received' as kind,
        'staff' as audience,
        contest_no,
        null as entry_no,
        batch_no::varchar as number,
        null as before,
        null as after
    from appeal
    where state = 'filed'
    union all
    select
        'appeal_ruled' as kind,
        'entry' as audience,
        contest_no,
        entry_no,
        batch_no::varchar as number,
        null as before,
        state as after
    from appeal
    where state <> 'filed'
    union all
    select
        'correction' as kind,
        'entry' as audience,
        contest_no,
        entry_no,
        publication_batch_no::varchar as number,
        former::varchar as before,
        place::varchar as after
    from moved
    where former_batch_no is not null and place is distinct from former
    union all
    select
        'selection_step' as kind,
        'entry' as audience,
        contest_no,
        entry_no,
        step as number,
        step_name as before,
        status as after
    from mart.selection
    where status in ('in', 'out', 'absent') and fact.is_staff_of(contest_no)
    union all
    select
        'sheets_missing' as kind,
        'staff' as audience,
        missing.contest_no,
        null as entry_no,
        missing.problem as number,
        missing.due::varchar as before,
        missing.number::varchar as after
    from mart.readiness as missing
    inner join fact.contest as contest on contest.contest_no = missing.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    where
        missing.problem in ('experts_missing', 'marks_missing', 'scores_missing')
        and missing.waived_by is null
        and fact.is_staff_of(missing.contest_no)
        and missing.due - timezone(ruleset.zone, getvariable('moment')::timestamptz)::date
        between 0 and 3
)

select
    -- ids
    told.kind,
    told.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region,
    contest.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, contest.unit)
        when 'en' then coalesce(unit.name_en, contest.unit)
        else coalesce(unit.name_kk, contest.unit)
    end as unit_name,
    entry.entry,
    told.audience,
    concat_ws(
        '/',
        told.kind,
        contest.contest,
        entry.entry,
        told.number,
        case when told.kind in ('appeal_ruled', 'selection_step') then told.after end
    ) as key,

    -- what
    told.number,
    told.before,
    told.after
from told
inner join fact.contest as contest on contest.contest_no = told.contest_no
left join fact.entry as entry
    on entry.contest_no = told.contest_no
    and entry.entry_no = told.entry_no
left join ref.unit as unit
    on unit.programme = contest.programme
    and unit.unit = contest.unit
    and unit.edition is not distinct from contest.edition;

comment on view mart.notices is 'What there is to tell, and to whom.';
comment on column mart.notices.kind is
    'published, appeal_received, appeal_ruled, correction, selection_step or sheets_missing.';
comment on column mart.notices.contest_no is 'Physical key of the contest.';
comment on column mart.notices.contest is 'Contest id.';
comment on column mart.notices.programme is 'Programme.';
comment on column mart.notices.season is 'Season.';
comment on column mart.notices.level is 'college, oblast, republic or international.';
comment on column mart.notices.region is 'ISO code of the scope.';
comment on column mart.notices.unit is 'Skill, industry, profession or post.';
comment on column mart.notices.unit_name is 'Its name in the reader''s language.';
comment on column mart.notices.entry is 'Entry it is about; null: about the contest.';
comment on column mart.notices.audience is 'staff, entry (that one alone) or everybody.';
comment on column mart.notices.key is 'The same thing told has the same key, in any language.';
comment on column mart.notices.number is 'Number of the appeal or publication, step, or problem.';
comment on column mart.notices.before is
    'Place before the correction; name of the step; last day of the contest.';
comment on column mart.notices.after is
    'Place after it; state of the appeal or the step; how many are missing.';
