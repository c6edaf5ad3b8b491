-- 30 aspects a contest, 24 measured and 6 judged, 100 points, as the appender takes a scheme.
create or replace temp table ready_aspect as
select
    contest.contest,
    number::integer as source_row,
    'A' as source_column,
    substr('ABCDE', 1 + number // 6, 1) || '1.' || if(number % 5 = 4, 'J', 'M') || (1 + number % 6)
        as aspect,
    substr('ABCDE', 1 + number // 6, 1) as criterion,
    substr('ABCDE', 1 + number // 6, 1) || '1' as sub_criterion,
    null::varchar as sub_criterion_name,
    (1 + number // 10)::integer as day,
    if(number % 5 = 4, 'J', 'M') as kind,
    null::varchar as description,
    null::varchar as requirement,
    (1 + number // 6)::integer as wsos_section,
    null::decimal(9, 3) as wsos_weight,
    if(number % 3 = 0, 4, 3)::decimal(9, 3) as max_mark,
    null::varchar as partial_rule
from fact.contest as contest
cross join range(30) as numbers (number);

create or replace temp table ready_aspect_descriptor as
select
    null::varchar as contest,
    null::integer as source_row,
    null::varchar as source_column,
    null::varchar as aspect,
    null::integer as score,
    null::varchar as descriptor
where false;
