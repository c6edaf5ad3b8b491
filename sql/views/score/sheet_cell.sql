-- score.sheet_cell: one judge's points for one criterion, and who else gave points for it.
-- grain: one row per contest_no, entry_no, judge_no, criterion with a row in force
-- source: rulebook BP-08; CONTRACTS "Sheet formats" (scores): criteria win over a total beside them

create or replace view score.sheet_cell as
with
counted as (
    select
        contest_no,
        entry_no,
        judge_no,
        criterion,
        points,
        count(distinct judge_no) over of_entry as judges,
        count(points) over of_criterion as given,
        bool_and(criterion = 'total') over of_entry as is_bare,
        count(distinct criterion) filter (criterion <> 'total') over of_contest as criteria_found
    from fact.score
    window
        of_contest as (partition by contest_no),
        of_entry as (partition by contest_no, entry_no),
        of_criterion as (partition by contest_no, entry_no, criterion)
)

select
    contest_no,
    entry_no,
    judge_no,
    criterion,
    points,
    judges,
    criteria_found,
    is_bare,
    given = judges as is_counted
from counted
where
    is_bare
    or criterion <> 'total';

comment on view score.sheet_cell is 'One judges points for one criterion.';
comment on column score.sheet_cell.contest_no is 'Physical key of the contest.';
comment on column score.sheet_cell.entry_no is 'Key of the entry inside its contest.';
comment on column score.sheet_cell.judge_no is 'Key of the judge inside the contest.';
comment on column score.sheet_cell.criterion is 'Criterion; total: a bare total.';
comment on column score.sheet_cell.points is 'Points; null: not marked.';
comment on column score.sheet_cell.judges is 'Judges of the entry.';
comment on column score.sheet_cell.criteria_found is 'Criteria of all sheets of the contest.';
comment on column score.sheet_cell.is_bare is 'The entry has bare totals only.';
comment on column score.sheet_cell.is_counted is 'Every judge of the entry gave points for it.';
