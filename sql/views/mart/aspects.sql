-- mart.aspects: every aspect of every entry with its mark, the missing ones too.
-- grain: one row per contest_no, entry_no, aspect of the scheme
-- source: rulebook WM-02 to WM-06

create or replace view mart.aspects as
select
    -- ids
    entry.contest_no,
    contest.contest,
    entry.entry_no,
    entry.entry,
    aspect.criterion,
    aspect.sub_criterion,
    aspect.sub_criterion_name,
    aspect.aspect,

    -- what it is
    aspect.kind,
    aspect.description,

    -- numbers
    aspect.max_mark,
    mark.mark,
    coalesce(mark.judges, 0) as judges,
    if(aspect.kind = 'J', ruleset.judges_per_judgement, 1) as judges_needed,

    -- booleans
    coalesce(mark.is_open, false) as is_open
from fact.entry as entry
inner join fact.aspect as aspect on aspect.contest_no = entry.contest_no
inner join fact.contest as contest on contest.contest_no = entry.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
left join score.aspect_mark as mark
    on mark.contest_no = entry.contest_no
    and mark.entry_no = entry.entry_no
    and mark.aspect = aspect.aspect;

comment on view mart.aspects is 'Every aspect of every entry with its mark.';
comment on column mart.aspects.contest_no is 'Physical key of the contest.';
comment on column mart.aspects.contest is 'Contest id.';
comment on column mart.aspects.entry_no is 'Key of the entry inside its contest.';
comment on column mart.aspects.entry is 'Entry id, unique inside its contest.';
comment on column mart.aspects.criterion is 'Letter of the criterion.';
comment on column mart.aspects.sub_criterion is 'Sub-criterion, as A1.';
comment on column mart.aspects.sub_criterion_name is 'Its name as the scheme has it.';
comment on column mart.aspects.aspect is 'Aspect id, as A1.M3.';
comment on column mart.aspects.kind is 'M measurement, J judgement.';
comment on column mart.aspects.description is 'What is marked, as the scheme has it.';
comment on column mart.aspects.max_mark is 'Points there are.';
comment on column mart.aspects.mark is 'Points; null: judges are missing, or it is open.';
comment on column mart.aspects.judges is 'Judges who have given a value.';
comment on column mart.aspects.judges_needed is 'Judges whose values are needed.';
comment on column mart.aspects.is_open is 'The judges differ too much: to be scored again.';
