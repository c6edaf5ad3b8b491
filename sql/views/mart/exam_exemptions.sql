-- mart.exam_exemptions: what examinees have reached at championships, and what it is worth here.
-- grain: one row per contest_no, entry_no, from_contest, from_entry
-- source: rulebook DE-14, DE-15, DE-16; only staff see who is compared with whom

create or replace view mart.exam_exemptions as
select
    exemption.contest_no,
    contest.contest,
    exemption.entry_no,
    entry.entry as examinee,
    coalesce(entry.name, entry.entry) as name,
    result.contest as from_contest,
    origin.entry as from_entry,
    result.level,
    coalesce(result.stream, 'wsk') as stream,
    result.unit,
    exemption.award,
    exemption.verdict,
    case exemption.verdict
        when 'level' then 'DE-15'
        when 'exempt' then 'DE-14'
        when 'stream' then 'DE-14'
        when 'not_final' then 'DE-14'
        when 'to_confirm' then 'DE-14'
        else 'DE-16'
    end as rule,
    exemption.basis
from score.exam_exemption as exemption
inner join fact.contest as contest on contest.contest_no = exemption.contest_no
inner join fact.contest as result on result.contest_no = exemption.from_contest_no
inner join fact.entry as entry
    on entry.contest_no = exemption.contest_no
    and entry.entry_no = exemption.entry_no
inner join fact.entry as origin
    on origin.contest_no = exemption.from_contest_no
    and origin.entry_no = exemption.from_entry_no
where fact.is_staff_of(exemption.contest_no);

comment on view mart.exam_exemptions is
    'What examinees have reached at championships, and what it is worth here.';
comment on column mart.exam_exemptions.contest_no is 'Physical key of the contest: the exam.';
comment on column mart.exam_exemptions.contest is 'Contest id of the exam.';
comment on column mart.exam_exemptions.entry_no is 'Key of the examinee inside the exam.';
comment on column mart.exam_exemptions.examinee is 'Code of the examinee.';
comment on column mart.exam_exemptions.name is 'Full name.';
comment on column mart.exam_exemptions.from_contest is 'The championship.';
comment on column mart.exam_exemptions.from_entry is 'The entry there.';
comment on column mart.exam_exemptions.level is 'Level of the championship.';
comment on column mart.exam_exemptions.stream is 'Its stream.';
comment on column mart.exam_exemptions.unit is 'Its competency.';
comment on column mart.exam_exemptions.award is 'Award there; null: none.';
comment on column mart.exam_exemptions.verdict is
    'exempt, or why not: level, stream, competency, no_prize, to_confirm, not_final, not_student.';
comment on column mart.exam_exemptions.rule is 'Rule id of the verdict.';
comment on column mart.exam_exemptions.basis is 'championship or national_team; null: neither.';
