-- The facts of a marking scheme, as the appender takes them.
-- source: rulebook WM-02, WM-03, WM-10

create or replace temp view ready_contest as
select distinct contest
from staged
where contest is not null;

create or replace temp view ready_aspect as
select
    contest,
    source_row,
    source_column,
    aspect,
    criterion,
    sub_criterion,
    sub_criterion_name,
    day,
    kind,
    description,
    requirement,
    wsos_section,
    wsos_weight,
    max_mark,
    partial_rule
from staged_aspect;

create or replace temp view ready_aspect_descriptor as
select
    contest,
    source_row,
    source_column,
    aspect,
    score,
    descriptor
from staged_descriptor
where descriptor is not null;
