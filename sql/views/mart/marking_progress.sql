-- mart.marking_progress: how far the marking of each sub-criterion or criterion is.
-- grain: one row per contest_no, sub_criterion of the scheme, or criterion of the score sheets
-- source: rulebook WM-07 (one team, one day a sub-criterion), WM-08 (juries see what is missing),
-- WM-11 (a judgement counts when its scores are in), BP-08

create or replace view mart.marking_progress as
with
expected as materialized (
    select
        contest_no,
        entry_no
    from score.competitor
    where is_expected
),

crowd as (
    select
        contest_no,
        count(*) as entries
    from expected
    group by contest_no
),

-- Counted before it is spread over the scheme: a season has half a million aspects of entries.
marked as (
    select
        mark.contest_no,
        mark.aspect,
        count(mark.mark) as marked,
        count(*) filter (mark.is_open) as open_aspects
    from score.aspect_mark as mark
    semi join expected
        on expected.contest_no = mark.contest_no
        and expected.entry_no = mark.entry_no
    group by mark.contest_no, mark.aspect
),

scheme as (
    select contest_no
    from fact.aspect
    group by contest_no
),

sheet as (
    select distinct
        cell.contest_no,
        cell.criterion
    from score.sheet_cell as cell
    left join scheme on scheme.contest_no = cell.contest_no
    where scheme.contest_no is null
),

scored as (
    select
        contest_no,
        entry_no,
        criterion,
        bool_and(is_counted and points is not null) as is_marked
    from score.sheet_cell
    group by contest_no, entry_no, criterion
),

item as (
    select
        aspect.contest_no,
        aspect.sub_criterion,
        aspect.sub_criterion_name,
        aspect.day,
        crowd.entries as expected,
        coalesce(marked.marked, 0) as marked,
        coalesce(marked.open_aspects, 0) as rescore
    from fact.aspect as aspect
    inner join crowd on crowd.contest_no = aspect.contest_no
    left join marked
        on marked.contest_no = aspect.contest_no
        and marked.aspect = aspect.aspect
    union all
    select
        sheet.contest_no,
        sheet.criterion as sub_criterion,
        null as sub_criterion_name,
        null as day,
        1 as expected,
        if(scored.is_marked, 1, 0) as marked,
        0 as rescore
    from sheet
    inner join expected on expected.contest_no = sheet.contest_no
    left join scored
        on scored.contest_no = sheet.contest_no
        and scored.entry_no = expected.entry_no
        and scored.criterion = sheet.criterion
),

counted as (
    select
        contest_no,
        sub_criterion,
        any_value(sub_criterion_name) as sub_criterion_name,
        any_value(day) as day,
        sum(expected)::integer as expected,
        sum(marked)::integer as marked,
        sum(rescore)::integer as rescore
    from item
    group by contest_no, sub_criterion
)

select
    -- ids
    counted.contest_no,
    contest.contest,
    counted.sub_criterion,
    counted.sub_criterion_name,
    counted.day,

    -- numbers
    counted.expected,
    counted.marked,
    counted.expected - counted.marked - counted.rescore as missing,
    counted.rescore
from counted
inner join fact.contest as contest on contest.contest_no = counted.contest_no;

comment on view mart.marking_progress is 'How far the marking of each sub-criterion is.';
comment on column mart.marking_progress.contest_no is 'Physical key of the contest.';
comment on column mart.marking_progress.contest is 'Contest id.';
comment on column mart.marking_progress.sub_criterion is
    'Sub-criterion of the scheme, or criterion of the score sheets.';
comment on column mart.marking_progress.sub_criterion_name is 'Its name as the scheme has it.';
comment on column mart.marking_progress.day is 'Day of marking, as the scheme has it.';
comment on column mart.marking_progress.expected is 'Aspects times entries.';
comment on column mart.marking_progress.marked is 'Of these, those that count.';
comment on column mart.marking_progress.missing is 'Of these, those that wait for a judge.';
comment on column mart.marking_progress.rescore is 'Of these, those to be scored again.';
