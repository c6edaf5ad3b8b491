-- mart.appeals: the register of appeals; the public reads it without persons.
-- grain: one row per contest_no, appeal
-- source: CONTRACTS "States" (appeal); a public notice names the contest, what it was about and what
-- came of it, and neither entry nor names nor words; a participant reads the own ones whole

create or replace view mart.appeals as
select
    -- ids
    appeal.contest_no,
    contest.contest,
    contest.programme,
    contest.season,
    contest.level,
    contest.region,
    contest.unit,
    appeal.batch_no as appeal,
    if(
        fact.is_staff_of(appeal.contest_no) or fact.is_own(appeal.contest_no, appeal.entry_no),
        entry.entry,
        null
    ) as entry,
    if(
        fact.is_staff_of(appeal.contest_no) or fact.is_own(appeal.contest_no, appeal.entry_no),
        entry.name,
        null
    ) as name,

    -- what
    appeal.about,
    appeal.reason,
    appeal.who as entered_by,

    -- the clock
    appeal.lodged_at,
    appeal.recorded_at,
    appeal.closes_on,
    appeal.is_late,

    -- what came of it
    appeal.state,
    appeal.verdict,
    appeal.ruling_reason,
    appeal.ruled_by,
    appeal.ruled_at,
    appeal.correction_batch_no
from score.appeal as appeal
inner join fact.contest as contest on contest.contest_no = appeal.contest_no
left join fact.entry as entry
    on entry.contest_no = appeal.contest_no
    and entry.entry_no = appeal.entry_no;

comment on view mart.appeals is 'The register of appeals.';
comment on column mart.appeals.contest_no is 'Physical key of the contest.';
comment on column mart.appeals.contest is 'Contest id.';
comment on column mart.appeals.programme is 'Programme.';
comment on column mart.appeals.season is 'Season.';
comment on column mart.appeals.level is 'college, oblast, republic or international.';
comment on column mart.appeals.region is 'ISO code of the scope of the contest.';
comment on column mart.appeals.unit is 'Skill, industry, profession or post.';
comment on column mart.appeals.appeal is 'Number of the appeal: the act that recorded it.';
comment on column mart.appeals.entry is 'Entry that appeals; null for the public.';
comment on column mart.appeals.name is 'Its name; null for the public.';
comment on column mart.appeals.about is 'marks, sum, procedure, exclusion or other.';
comment on column mart.appeals.reason is 'Its words; null for the public.';
comment on column mart.appeals.entered_by is 'Who entered it; null for the public.';
comment on column mart.appeals.lodged_at is 'When it was lodged, UTC.';
comment on column mart.appeals.recorded_at is 'When it was entered in the register, UTC.';
comment on column mart.appeals.closes_on is 'Last day to lodge; null: nothing was published yet.';
comment on column mart.appeals.is_late is 'Lodged after that day.';
comment on column mart.appeals.state is 'filed, admitted, decided, closed or refused.';
comment on column mart.appeals.verdict is 'upheld or rejected; null: not decided.';
comment on column mart.appeals.ruling_reason is 'Why it was ruled so; null for the public.';
comment on column mart.appeals.ruled_by is 'Who ruled; null for the public.';
comment on column mart.appeals.ruled_at is 'When the newest ruling was given, UTC.';
comment on column mart.appeals.correction_batch_no is
    'The act that corrected the result; null: none.';
