-- mart.disagreements: where judges differ too much, and what each of them gave.
-- grain: one row per contest_no, entry_no, aspect, judge_no of an open aspect
-- source: rulebook WM-06 (judgements further apart than the ruleset allows are open again); judges
-- of a measurement must agree

create or replace view mart.disagreements as
select
    -- ids
    mark.contest_no,
    contest.contest,
    mark.entry_no,
    entry.entry,
    entry.name,
    aspect.sub_criterion,
    mark.aspect,
    mark.judge_no,
    if(fact.is_staff_of(mark.contest_no), judge.judge, null) as judge,

    -- what it is
    aspect.kind,
    aspect.description,

    -- numbers
    mark.mark,
    min(mark.mark) over of_aspect as least,
    max(mark.mark) over of_aspect as greatest,
    if(aspect.kind = 'J', ruleset.judgement_spread, 0)::decimal(9, 3) as allowed
from fact.mark as mark
inner join score.aspect_mark as open_mark
    on open_mark.contest_no = mark.contest_no
    and open_mark.entry_no = mark.entry_no
    and open_mark.aspect = mark.aspect
    and open_mark.is_open
inner join fact.aspect as aspect
    on aspect.contest_no = mark.contest_no
    and aspect.aspect = mark.aspect
inner join fact.contest as contest on contest.contest_no = mark.contest_no
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
inner join fact.entry as entry
    on entry.contest_no = mark.contest_no
    and entry.entry_no = mark.entry_no
left join fact.judge as judge
    on judge.contest_no = mark.contest_no
    and judge.judge_no = mark.judge_no
where mark.mark is not null
window of_aspect as (partition by mark.contest_no, mark.entry_no, mark.aspect);

comment on view mart.disagreements is 'Where judges differ too much, and what each of them gave.';
comment on column mart.disagreements.contest_no is 'Physical key of the contest.';
comment on column mart.disagreements.contest is 'Contest id.';
comment on column mart.disagreements.entry_no is 'Key of the entry inside its contest.';
comment on column mart.disagreements.entry is 'Entry id, unique inside its contest.';
comment on column mart.disagreements.name is 'Name; the members of a team.';
comment on column mart.disagreements.sub_criterion is 'Sub-criterion, as A1.';
comment on column mart.disagreements.aspect is 'Aspect id, as A1.J2.';
comment on column mart.disagreements.judge_no is 'Key of the judge inside the contest.';
comment on column mart.disagreements.judge is 'Name or code of the judge; null for the public.';
comment on column mart.disagreements.kind is 'M measurement, J judgement.';
comment on column mart.disagreements.description is 'What is marked, as the scheme has it.';
comment on column mart.disagreements.mark is 'M: points; J: 0 to 3.';
comment on column mart.disagreements.least is 'The lowest of the aspect, in the same unit.';
comment on column mart.disagreements.greatest is 'The highest of the aspect, in the same unit.';
comment on column mart.disagreements.allowed is 'How far apart they may be, in the same unit.';
