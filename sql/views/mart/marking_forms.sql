-- mart.marking_forms: what juries mark in a contest, form by form: aspects, or criteria of a sheet.
-- grain: one row per contest_no, form, item
-- source: rulebook WM-02 (a sub-criterion is one marking form), WM-03, WM-10; BP-08, BP-12 (an
-- expert marks every criterion of the sheet in use: one form for all of them)

create or replace view mart.marking_forms as
with
scheme as (
    select
        contest_no,
        contest,
        sub_criterion as form,
        sub_criterion_name as form_name,
        day,
        aspect as item,
        kind,
        description as label,
        requirement,
        partial_rule,
        scores,
        max_mark,
        ord
    from mart.scheme
),

marked_by_aspect as (
    select distinct contest_no
    from fact.aspect
),

sheet as (
    select
        contest.contest_no,
        contest.contest,
        criterion.criterion as item,
        case getvariable('lang')::varchar
            when 'ru' then criterion.label_ru
            when 'en' then criterion.label_en
            else criterion.label_kk
        end as label,
        criterion.max_points as max_mark,
        criterion.ord
    from fact.contest as contest
    inner join ref.criterion as criterion
        on criterion.ruleset_hash = contest.ruleset_hash
        and criterion.is_used
    left join marked_by_aspect on marked_by_aspect.contest_no = contest.contest_no
    where
        marked_by_aspect.contest_no is null
        and not contest.is_archive
)

select
    -- ids
    contest_no,
    contest,
    form,
    item,

    -- what is marked
    form_name,
    day,
    kind,
    label,
    requirement,
    partial_rule,
    scores,

    -- numbers
    max_mark,
    ord
from scheme
union all
select
    contest_no,
    contest,
    null as form,
    item,
    null as form_name,
    null as day,
    null as kind,
    label,
    null as requirement,
    null as partial_rule,
    null as scores,
    max_mark,
    ord
from sheet;

comment on view mart.marking_forms is
    'What juries mark in a contest, form by form: aspects, or criteria of a sheet.';
comment on column mart.marking_forms.contest_no is 'Physical key of the contest.';
comment on column mart.marking_forms.contest is 'Contest id.';
comment on column mart.marking_forms.form is
    'Sub-criterion; null: one form with every criterion of the sheet in use.';
comment on column mart.marking_forms.item is 'Aspect id, or criterion.';
comment on column mart.marking_forms.form_name is 'Name of the sub-criterion.';
comment on column mart.marking_forms.day is 'Day of marking, 1 is the first.';
comment on column mart.marking_forms.kind is
    'M: measurement; J: judgement; null: points of a criterion.';
comment on column mart.marking_forms.label is 'What is looked at.';
comment on column mart.marking_forms.requirement is 'What a measurement asks for.';
comment on column mart.marking_forms.partial_rule is
    'How a part of the mark is given; null: all or nothing.';
comment on column mart.marking_forms.scores is 'What the judgement scores mean, one a line.';
comment on column mart.marking_forms.max_mark is 'The most the item gives, points.';
comment on column mart.marking_forms.ord is 'Order of marking inside the contest.';
