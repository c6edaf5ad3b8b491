-- mart.experts: who marks and leads a contest.
-- grain: one row per contest_no and expert; staff only
-- source: rulebook WM-07, BP-11; CONTRACTS "Sheet formats" (experts)

create or replace view mart.experts as
select
    expert.for_contest_no as contest_no,
    contest.contest,
    expert.name,
    expert.role,
    expert.region,
    case getvariable('lang')::varchar
        when 'ru' then region.name_ru
        when 'en' then region.name_en
        else region.name_kk
    end as region_name,
    expert.organisation,
    expert.employer_kind,
    expert.conflict,
    expert.batch_no
from fact.expert as expert
inner join fact.contest as contest on contest.contest_no = expert.for_contest_no
left join ref.region as region on region.region = expert.region
where fact.is_staff_of(expert.for_contest_no);

comment on view mart.experts is 'Who marks and leads a contest.';
comment on column mart.experts.contest_no is 'Physical key of the contest.';
comment on column mart.experts.contest is 'Contest id.';
comment on column mart.experts.name is 'Full name; null once erased.';
comment on column mart.experts.role is 'judge, supervisor or chief_expert.';
comment on column mart.experts.region is 'ISO code of the own region.';
comment on column mart.experts.region_name is 'Name of the region in the reader''s language.';
comment on column mart.experts.organisation is 'Own organisation.';
comment on column mart.experts.employer_kind is 'Kind of employer.';
comment on column mart.experts.conflict is 'A declared conflict of interest.';
comment on column mart.experts.batch_no is 'The act that brought it.';
