-- mart.marking_judges: what each judge has given in a sub-criterion, and what waits for the judge.
-- grain: one row per contest_no, sub_criterion, judge_no; judge_no null: nobody yet
-- source: rulebook WM-05 (three judges of a judgement), WM-07 (the team is who marks the
-- sub-criterion), WM-08; a measurement is brought by any judge, so it waits for nobody in particular

create or replace view mart.marking_judges as
with
item as (
    select
        competitor.contest_no,
        competitor.entry_no,
        aspect.sub_criterion,
        aspect.aspect,
        aspect.kind,
        if(aspect.kind = 'J', ruleset.judges_per_judgement, 1) as needed,
        coalesce(mark.judges, 0) as judges
    from score.competitor as competitor
    inner join fact.aspect as aspect on aspect.contest_no = competitor.contest_no
    inner join fact.contest as contest on contest.contest_no = competitor.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    left join score.aspect_mark as mark
        on mark.contest_no = competitor.contest_no
        and mark.entry_no = competitor.entry_no
        and mark.aspect = aspect.aspect
    where competitor.is_expected
),

given as (
    select
        mark.contest_no,
        mark.entry_no,
        mark.aspect,
        mark.judge_no,
        aspect.sub_criterion,
        aspect.kind
    from fact.mark as mark
    inner join fact.aspect as aspect
        on aspect.contest_no = mark.contest_no
        and aspect.aspect = mark.aspect
    where mark.mark is not null
),

team as (
    select
        contest_no,
        sub_criterion,
        judge_no,
        count(*)::integer as marked,
        bool_or(kind = 'J') as is_judging
    from given
    group by contest_no, sub_criterion, judge_no
),

team_size as (
    select
        contest_no,
        sub_criterion,
        count(*) filter (is_judging)::integer as judges
    from team
    group by contest_no, sub_criterion
),

waiting as (
    select
        item.contest_no,
        item.sub_criterion,
        team.judge_no,
        count(*)::integer as missing
    from item
    inner join team
        on team.contest_no = item.contest_no
        and team.sub_criterion = item.sub_criterion
        and team.is_judging
    left join given
        on given.contest_no = item.contest_no
        and given.entry_no = item.entry_no
        and given.aspect = item.aspect
        and given.judge_no = team.judge_no
    where
        item.kind = 'J'
        and item.judges < item.needed
        and given.judge_no is null
    group by item.contest_no, item.sub_criterion, team.judge_no
),

nobody as (
    select
        item.contest_no,
        item.sub_criterion,
        sum(
            case
                when item.kind = 'M' then item.needed
                when coalesce(team_size.judges, 0) < item.needed
                    then item.needed - coalesce(team_size.judges, 0)
                else 0
            end
        )::integer as missing
    from item
    left join team_size
        on team_size.contest_no = item.contest_no
        and team_size.sub_criterion = item.sub_criterion
    where item.judges < item.needed
    group by item.contest_no, item.sub_criterion
),

scheme as (
    select contest_no
    from fact.aspect
    group by contest_no
),

sheet as (
    select
        cell.contest_no,
        cell.criterion as sub_criterion,
        cell.judge_no,
        count(cell.points)::integer as marked,
        count(*) filter (cell.points is null)::integer as missing
    from score.sheet_cell as cell
    left join scheme on scheme.contest_no = cell.contest_no
    where scheme.contest_no is null
    group by cell.contest_no, cell.criterion, cell.judge_no
),

told as (
    select
        team.contest_no,
        team.sub_criterion,
        team.judge_no,
        team.marked,
        coalesce(waiting.missing, 0) as missing
    from team
    left join waiting
        on waiting.contest_no = team.contest_no
        and waiting.sub_criterion = team.sub_criterion
        and waiting.judge_no = team.judge_no
    union all
    select
        contest_no,
        sub_criterion,
        null as judge_no,
        0 as marked,
        missing
    from nobody
    where missing > 0
    union all
    select
        contest_no,
        sub_criterion,
        judge_no,
        marked,
        missing
    from sheet
)

select
    -- ids
    told.contest_no,
    contest.contest,
    told.sub_criterion,
    told.judge_no,
    if(fact.is_staff_of(told.contest_no), judge.judge, null) as judge,

    -- numbers
    told.marked,
    told.missing
from told
inner join fact.contest as contest on contest.contest_no = told.contest_no
left join fact.judge as judge
    on judge.contest_no = told.contest_no
    and judge.judge_no = told.judge_no;

comment on view mart.marking_judges is
    'What each judge has given in a sub-criterion, and what waits for the judge.';
comment on column mart.marking_judges.contest_no is 'Physical key of the contest.';
comment on column mart.marking_judges.contest is 'Contest id.';
comment on column mart.marking_judges.sub_criterion is
    'Sub-criterion of the scheme, or criterion of the score sheets.';
comment on column mart.marking_judges.judge_no is
    'Key of the judge inside the contest; 0: none named in the sheet; null: nobody yet.';
comment on column mart.marking_judges.judge is 'Name or code of the judge; null for the public.';
comment on column mart.marking_judges.marked is 'Values this judge has given.';
comment on column mart.marking_judges.missing is
    'Values that wait for this judge, or, with no judge, for anybody.';
