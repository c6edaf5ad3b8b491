-- fact.judge: the judges of a contest, by the name or code of their sheets.
-- grain: one row per contest_no, judge_no
-- source: rulebook WM-07

create or replace view fact.judge as
select
    judge.contest_no,
    judge.judge_no,
    judge.judge
from private.judge as judge;

comment on view fact.judge is 'The judges of a contest, by the name or code of their sheets.';
comment on column fact.judge.contest_no is 'Physical key of the contest.';
comment on column fact.judge.judge_no is 'Key of the judge inside the contest.';
comment on column fact.judge.judge is 'Name or code as on the sheet.';
