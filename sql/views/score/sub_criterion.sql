-- score.sub_criterion: the parts a contest is marked in.
-- grain: one row per contest_no, sub_criterion of the scheme, or criterion of the score sheets
-- source: rulebook WM-02, WM-09

create or replace view score.sub_criterion as
with
scheme as (
    select distinct
        contest_no,
        sub_criterion
    from fact.aspect
)

select
    contest_no,
    sub_criterion
from scheme

union

select
    cell.contest_no,
    cell.criterion as sub_criterion
from score.sheet_cell as cell
anti join scheme on scheme.contest_no = cell.contest_no;

comment on view score.sub_criterion is 'The parts a contest is marked in.';
comment on column score.sub_criterion.contest_no is 'Physical key of the contest.';
comment on column score.sub_criterion.sub_criterion is
    'Sub-criterion of the scheme, or criterion of the score sheets.';
