-- mart.scheme: the aspects of a contest as its marking scheme lists them.
-- grain: one row per contest_no, aspect
-- source: rulebook WM-02, WM-03, WM-04 (partial marks), WM-10 (what a judgement score means)

create or replace view mart.scheme as
with
meaning as (
    select
        contest_no,
        aspect,
        string_agg(concat(score, ': ', descriptor), chr(10) order by score) as scores
    from fact.aspect_descriptor
    group by contest_no, aspect
)

select
    -- ids
    aspect.contest_no,
    contest.contest,
    aspect.criterion,
    aspect.sub_criterion,
    aspect.aspect,

    -- what is marked
    aspect.sub_criterion_name,
    aspect.day,
    aspect.kind,
    aspect.description,
    aspect.requirement,
    aspect.partial_rule,
    meaning.scores,
    aspect.wsos_section,
    aspect.max_mark,
    aspect.batch_no,
    aspect.source_row as ord
from fact.aspect as aspect
inner join fact.contest as contest on contest.contest_no = aspect.contest_no
left join meaning
    on meaning.contest_no = aspect.contest_no
    and meaning.aspect = aspect.aspect;

comment on view mart.scheme is 'The aspects of a contest as its marking scheme lists them.';
comment on column mart.scheme.contest_no is 'Physical key of the contest.';
comment on column mart.scheme.contest is 'Contest id.';
comment on column mart.scheme.criterion is 'Letter of the criterion.';
comment on column mart.scheme.sub_criterion is 'One marking form, as A1.';
comment on column mart.scheme.aspect is 'Positional id, as A1.M3.';
comment on column mart.scheme.sub_criterion_name is 'Name of the sub-criterion.';
comment on column mart.scheme.day is 'Day of marking.';
comment on column mart.scheme.kind is 'M: measurement; J: judgement.';
comment on column mart.scheme.description is 'What is looked at.';
comment on column mart.scheme.requirement is 'What a measurement asks for.';
comment on column mart.scheme.partial_rule is
    'How a part of the mark is given; null: all or nothing.';
comment on column mart.scheme.scores is 'What the judgement scores mean, one a line.';
comment on column mart.scheme.wsos_section is 'Section of the occupational standard.';
comment on column mart.scheme.max_mark is 'The most the aspect gives, points.';
comment on column mart.scheme.batch_no is 'The act that brought it.';
comment on column mart.scheme.ord is 'Row of the sheet: the order of marking.';
