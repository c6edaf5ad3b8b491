-- mart.marking_progress: how far the marking of each sub-criterion or criterion is.
-- grain: one row per contest_no, sub_criterion of the scheme, or criterion of the score sheets
-- source: rulebook WM-07 (one team, one day a sub-criterion), WM-08 (juries see what is missing),
-- WM-11 (a judgement counts when its scores are in), BP-08

create or replace view mart.marking_progress as
with
asked as (
    select
        competitor.contest_no,
        competitor.entry_no,
        aspect.sub_criterion,
        aspect.sub_criterion_name,
        aspect.day,
        aspect.aspect as item,
        mark.mark is not null as is_marked,
        coalesce(mark.is_open, false) as is_open
    from score.competitor as competitor
    inner join fact.aspect as aspect on aspect.contest_no = competitor.contest_no
    left join score.aspect_mark as mark
        on mark.contest_no = competitor.contest_no
        and mark.entry_no = competitor.entry_no
        and mark.aspect = aspect.aspect
    where competitor.is_expected
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
        contest_no,
        sub_criterion,
        sub_criterion_name,
        day,
        is_marked,
        is_open
    from asked
    union all
    select
        sheet.contest_no,
        sheet.criterion as sub_criterion,
        null as sub_criterion_name,
        null as day,
        coalesce(scored.is_marked, false) as is_marked,
        false as is_open
    from sheet
    inner join score.competitor as competitor on competitor.contest_no = sheet.contest_no
    left join scored
        on scored.contest_no = sheet.contest_no
        and scored.entry_no = competitor.entry_no
        and scored.criterion = sheet.criterion
    where competitor.is_expected
),

counted as (
    select
        contest_no,
        sub_criterion,
        any_value(sub_criterion_name) as sub_criterion_name,
        min(day) as day,
        count(*)::integer as expected,
        count(*) filter (is_marked)::integer as marked,
        count(*) filter (is_open)::integer as rescore
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
