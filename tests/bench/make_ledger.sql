-- A synthetic nation: getvariable('contests') contests of getvariable('entries') entries and 60
-- aspects (52 M, 8 J: 76 marks an entry), every contest with five batches: entries, scheme, marks of three days.
-- getvariable('mixed'): the batches of so many contests arrive in random order: of one, of the 1,200 of
-- a season (60 skills in 20 regions; the newest is 2026), or of all.
-- getvariable('has_marks'): marks and totals too. Rows go straight into the tables; hashes are not reckoned.

create temp table aspect_plan as
select
    number,
    substr('ABCDEF', 1 + number // 10, 1) || (1 + number % 10 // 5) as sub_criterion,
    substr('ABCDEF', 1 + number // 10, 1) as criterion,
    if(number % 8 = 7 or number = 58, 'J', 'M') as kind,
    substr('ABCDEF', 1 + number // 10, 1) || (1 + number % 10 // 5)
        || if(number % 8 = 7 or number = 58, '.J', '.M') || (1 + number % 5) as aspect,
    if(number % 3 = 0, 2.00, 1.50)::decimal(9, 3) as max_mark,
    1 + number // 20 as day
from range(60) as numbers (number);

create temp table place as
select
    region,
    row_number() over (order by region) - 1 as number
from ref.region
where valid_to is null;

create temp table batch_plan as
with
numbered as (
    select
        contest_no,
        1 + row_number() over (
            order by
                (getvariable('contests')::integer - contest_no)
                    // getvariable('mixed')::integer desc,
                hash(contest_no * 8 + turn)
        ) as batch_no
    from range(1, getvariable('contests')::integer + 1) as contests (contest_no)
    cross join range(5) as turns (turn)
)

select
    contest_no,
    batch_no,
    row_number() over (partition by contest_no order by batch_no) - 1 as step
from numbered;

insert into ledger.batch by name
select
    batch_no,
    uuid() as batch_id,
    'sheet' as kind,
    ['contests', 'entries', 'scheme', if(getvariable('has_marks')::boolean, 'marks', 'none')]
        [least(step, 2) + 2] as sheet_kind,
    'bench' as actor,
    'local' as actor_role,
    now() as recorded_at,
    0 as row_count,
    '' as content_sha256,
    '' as tally_sha256,
    '' as prev_sha256,
    '' as sha256
from (
    select 1 as batch_no, -1 as step
    union all
    select batch_no, step from batch_plan
) as batches
order by batch_no;

insert into ledger.force
select contest_no, batch_no, batch_no, true
from (
    select 0 as contest_no, 1 as batch_no
    union all
    select contest_no, 1 as batch_no from batch_plan where step = 0
    union all
    select contest_no, batch_no from batch_plan
) as batches
order by batch_no, contest_no;

insert into tally.span
select contest_no, batch_no, batch_no, 2147483647, null from ledger.force
order by batch_no, contest_no;

create temp table contest_plan as
select
    numbers.contest_no,
    2026 - (getvariable('contests')::integer - numbers.contest_no) // 1200 as season,
    lpad((1 + numbers.contest_no % 60)::varchar, 2, '0') as unit,
    place.region
from range(1, getvariable('contests')::integer + 1) as numbers (contest_no)
inner join place on place.number = numbers.contest_no // 60 % 20;

insert into ledger.contest
select contest_no, 'worldskills-' || season || '-' || lower(region[4:]) || '-' || contest_no, 1
from contest_plan
order by contest_no;

insert into ledger.contest_fact by name
select
    contest_no,
    1 as batch_no,
    contest_no as source_row,
    'worldskills' as programme,
    season,
    'oblast' as level,
    region,
    unit,
    '2026' as edition,
    getvariable('ruleset_hash')::varchar as ruleset_hash,
    false as is_archive
from contest_plan
order by contest_no;

insert into ledger.entry
select contest_no, entry_no, lpad(entry_no::varchar, 4, '0'), batch_no
from batch_plan
cross join range(1, getvariable('entries')::integer + 1) as entries (entry_no)
where step = 0
order by batch_no, entry_no;

-- Names are numbered as the writer does: by batch, so that their numbers lie in order of arrival.
insert into private.name (name_no, salt, name)
select 10000000 + contest_no * 4 + judge_no, '', 'Төреші ' || contest_no || '-' || judge_no
from batch_plan
cross join range(1, 4) as judges (judge_no)
where step = 0
order by contest_no, judge_no;

insert into private.name (name_no, salt, name)
select batch_no * 10000000::bigint + entry_no, '', 'Қатысушы ' || contest_no || '-' || entry_no
from batch_plan
cross join range(1, getvariable('entries')::integer + 1) as entries (entry_no)
where step = 0
order by batch_no, entry_no;

insert into ledger.judge
select contest_no, judge_no, '', batch_no
from batch_plan
cross join range(1, 4) as judges (judge_no)
where step = 2
order by batch_no, judge_no;

insert into private.judge
select contest_no, judge_no, '', 'Төреші ' || judge_no
from batch_plan
cross join range(1, 4) as judges (judge_no)
where step = 2
order by batch_no, judge_no;

insert into ledger.expert by name
select
    0 as contest_no,
    1 as batch_no,
    contest_no as source_row,
    contest_no as for_contest_no,
    10000000 + contest_no * 4 + judge_no as name_no,
    '' as personal_digest,
    null as region,
    'judge' as role
from batch_plan
cross join range(1, 4) as judges (judge_no)
where step = 0;

insert into ledger.entry_fact by name
select
    contest_no,
    batch_no,
    entry_no as source_row,
    entry_no,
    batch_no * 10000000::bigint + entry_no as name_no,
    '' as personal_digest,
    (select list(region order by region) from place)[1 + entry_no % 20] as region,
    'Колледж' as organisation,
    false as is_guest,
    'active' as status
from batch_plan
cross join range(1, getvariable('entries')::integer + 1) as entries (entry_no)
where step = 0
order by batch_no, entry_no;

insert into private.shown_entry by name
select contest_no, entry_no, batch_no, name, region, organisation, members, is_guest, status
from audit.shown_entry
order by batch_no, entry_no;

insert into ledger.aspect by name
select
    batch_plan.contest_no,
    batch_plan.batch_no,
    aspect_plan.number as source_row,
    aspect_plan.aspect,
    aspect_plan.criterion,
    aspect_plan.sub_criterion,
    aspect_plan.day,
    aspect_plan.kind,
    1 + aspect_plan.number // 10 as wsos_section,
    aspect_plan.max_mark
from batch_plan
cross join aspect_plan
where batch_plan.step = 1
order by batch_plan.batch_no, aspect_plan.number;

insert into ledger.mark by name
select
    batch_plan.contest_no,
    batch_plan.batch_no,
    (aspect_plan.number * 4096 + entries.entry_no)::integer as source_row,
    'D' as source_column,
    entries.entry_no,
    aspect_plan.aspect,
    judges.judge_no,
    case
        when aspect_plan.kind = 'J'
            then 1 + hash(batch_plan.contest_no, entries.entry_no, aspect_plan.number) % 2
                + hash(batch_plan.contest_no, judges.judge_no, aspect_plan.number) % 2
        when hash(batch_plan.contest_no, entries.entry_no, aspect_plan.number) % 100
            < 55 + entries.entry_no % 40
            then aspect_plan.max_mark
        else 0
    end as mark
from batch_plan
inner join aspect_plan on aspect_plan.day = batch_plan.step - 1
cross join range(1, getvariable('entries')::integer + 1) as entries (entry_no)
inner join range(1, 4) as judges (judge_no) on judges.judge_no = 1 or aspect_plan.kind = 'J'
where batch_plan.step >= 2 and getvariable('has_marks')::boolean
order by batch_plan.batch_no, aspect_plan.number, entries.entry_no, judges.judge_no;

insert into tally.contest by name
select
    batch_plan.contest_no,
    batch_plan.batch_no as at_batch_no,
    if(
        batch_plan.step >= 2 and getvariable('has_marks')::boolean,
        getvariable('entries')::integer,
        0
    ) as entries,
    1 as contest_batch_no,
    false as is_signed,
    entries as ranked,
    batch_plan.step = 4 as is_complete,
    contest.contest,
    'worldskills' as programme,
    contest_plan.season,
    'oblast' as level,
    getvariable('ruleset_hash')::varchar as ruleset_hash,
    false as is_archive
from batch_plan
inner join contest_plan on contest_plan.contest_no = batch_plan.contest_no
inner join ledger.contest as contest on contest.contest_no = batch_plan.contest_no
order by batch_plan.batch_no;

insert into tally.entry_total by name
with
point as (
    select
        contest_no,
        batch_no as at_batch_no,
        min(batch_no) over (partition by contest_no) as entry_batch_no,
        step,
        entry_no,
        (30 + hash(contest_no, entry_no) % 6000 / 100)::decimal(18, 3) as points_sum
    from batch_plan
    cross join range(1, getvariable('entries')::integer + 1) as entries (entry_no)
    where getvariable('has_marks')::boolean
    qualify step >= 2
)

select
    contest_no,
    at_batch_no,
    entry_no,
    points_sum,
    1 as judge_count,
    lag(points_sum) over ranking - points_sum as distance_to_next,
    rank() over ranking as place,
    false as is_tied,
    700 as scale,
    'mad' as scale_method,
    'medallion' as award,
    'WM-34' as decided_by,
    20 * (step - 1) as marks,
    60 as marks_expected,
    0 as open_aspects,
    entry_batch_no,
    lpad(entry_no::varchar, 4, '0') as entry,
    row_number() over (
        partition by contest_no, at_batch_no order by points_sum desc, entry_no
    ) as ord
from point
window ranking as (partition by contest_no, at_batch_no order by points_sum desc)
order by at_batch_no, entry_no;

drop table batch_plan;
drop table contest_plan;
drop table place;
drop table aspect_plan;
checkpoint;
