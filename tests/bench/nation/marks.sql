-- Three judges mark every aspect; one in four entries ties with the one before it.
create or replace temp table ready_mark as
select
    registry.contest,
    row_number() over (order by registry.contest_no, entry.entry_no, aspect.aspect)::integer
        as source_row,
    'D' as source_column,
    entry.entry,
    aspect.aspect,
    'Төреші ' || judges.judge_no as judge,
    case
        when aspect.kind = 'J'
            then 1 + hash(aspect.contest_no, entry.entry_no // 4 * 4, aspect.aspect) % 2
                + hash(aspect.contest_no, judges.judge_no, aspect.aspect) % 2
        when hash(aspect.contest_no, entry.entry_no - (entry.entry_no % 4 = 1)::integer, aspect.aspect) % 100
            < 50 + entry.entry_no * 3
            then aspect.max_mark
        else 0
    end::decimal(9, 3) as mark
from fact.aspect as aspect
inner join ledger.contest as registry on registry.contest_no = aspect.contest_no
inner join fact.entry as entry on entry.contest_no = aspect.contest_no
cross join range(1, 4) as judges (judge_no);

create or replace temp table ready_score as
select
    null::varchar as contest,
    null::integer as source_row,
    null::varchar as source_column,
    null::varchar as entry,
    null::varchar as judge,
    null::varchar as criterion,
    null::decimal(9, 3) as points
where false;

-- The judges are taken from the rows as they came.
create or replace temp view staged as
select
    contest,
    judge,
    source_row,
    mark
from ready_mark;
