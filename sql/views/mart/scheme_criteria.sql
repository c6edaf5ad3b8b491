-- mart.scheme_criteria: the criteria of a marking scheme, and what each of them gives.
-- grain: one row per contest_no, criterion
-- source: rulebook WM-02 (all maxima of a skill sum to 100)

create or replace view mart.scheme_criteria as
select
    aspect.contest_no,
    contest.contest,
    aspect.criterion,
    count(distinct aspect.sub_criterion)::integer as sub_criteria,
    count(*) filter (aspect.kind = 'M')::integer as measurements,
    count(*) filter (aspect.kind = 'J')::integer as judgements,
    sum(aspect.max_mark)::decimal(9, 3) as max_mark
from fact.aspect as aspect
inner join fact.contest as contest on contest.contest_no = aspect.contest_no
group by aspect.contest_no, contest.contest, aspect.criterion;

comment on view mart.scheme_criteria is
    'The criteria of a marking scheme, and what each of them gives.';
comment on column mart.scheme_criteria.contest_no is 'Physical key of the contest.';
comment on column mart.scheme_criteria.contest is 'Contest id.';
comment on column mart.scheme_criteria.criterion is 'Letter of the criterion.';
comment on column mart.scheme_criteria.sub_criteria is 'Marking forms.';
comment on column mart.scheme_criteria.measurements is 'Aspects that are measured.';
comment on column mart.scheme_criteria.judgements is 'Aspects that are judged.';
comment on column mart.scheme_criteria.max_mark is 'The most the criterion gives, points.';
