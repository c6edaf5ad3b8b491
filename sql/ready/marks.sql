-- The facts of a sheet of marks, as the appender takes them. An empty cell is "not marked": no
-- row. A mark for a criterion instead of an aspect is a score.
-- source: CONTRACTS "Sheet formats"; rulebook WM-04, WM-05, BP-10

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_mark as
select
    staged.contest,
    staged.source_row,
    staged.source_column,
    staged.entry,
    staged.aspect,
    staged.judge,
    cast(staged.mark as decimal(9, 3)) as mark
from staged
semi join known_aspect as aspect
    on aspect.contest = staged.contest
    and aspect.aspect = staged.aspect
where staged.mark is not null;

create or replace temp view ready_score as
select
    staged.contest,
    staged.source_row,
    staged.source_column,
    staged.entry,
    staged.judge,
    staged.aspect as criterion,
    cast(staged.mark as decimal(9, 3)) as points
from staged
anti join known_aspect as aspect
    on aspect.contest = staged.contest
    and aspect.aspect = staged.aspect
where staged.mark is not null;
