-- The examinees of demonstration exams. A code with figures is the examinee's code; a name gets
-- the code it once had in this exam, or the next.
-- source: rulebook DE-05, DE-10, DE-12; CONTRACTS "Sheet formats" (exams)

create or replace temp table staged_examinee as
with
named as (
    select
        contest,
        examinee,
        min(source_row) as first_row
    from staged
    where contest is not null and examinee is not null
    group by contest, examinee
),

known as (
    select
        contest.contest,
        name.name,
        min(registry.entry) as entry
    from known_contest as contest
    inner join ledger.entry_fact as fact on fact.contest_no = contest.contest_no
    inner join private.name as name on name.name_no = fact.name_no
    inner join ledger.entry as registry
        on registry.contest_no = fact.contest_no
        and registry.entry_no = fact.entry_no
    group by contest.contest, name.name
),

matched as (
    select
        named.contest,
        named.examinee,
        named.first_row,
        coalesce(
            known.entry,
            case
                when
                    regexp_full_match(named.examinee, '[\pL\pN._-]{1,8}')
                    and regexp_matches(named.examinee, '\d')
                    then named.examinee
            end
        ) as entry
    from named
    left join known
        on known.contest = named.contest
        and known.name = named.examinee
),

taken as (
    select
        contest.contest,
        max(try_cast(regexp_extract(registry.entry, '^examinee-(\d+)$', 1) as integer)) as number
    from known_contest as contest
    inner join ledger.entry as registry on registry.contest_no = contest.contest_no
    group by contest.contest
)

select
    matched.contest,
    matched.examinee,
    matched.first_row,
    coalesce(
        matched.entry,
        printf('examinee-%02d', coalesce(taken.number, 0) + row_number() over of_kind)
    ) as entry
from matched
left join taken on taken.contest = matched.contest
window of_kind as (
    partition by matched.contest, matched.entry is null order by matched.first_row
);

-- Every row with the rules and days of its exam.
create or replace temp table staged_exam as
select
    staged.source_row,
    staged.source_column,
    staged.contest,
    contest.contest_no,
    contest.starts_on,
    contest.ends_on,
    rule.max_points,
    rule.site_accreditation,
    rule.is_student_required,
    rule.ruleset_hash is not null as is_exam,
    person.entry,
    staged.examinee as found,
    try_cast(staged.wsk_type as boolean) as is_wsk,
    staged.site,
    try_cast(staged.certificate_from as date) as certificate_from,
    try_cast(staged.certificate_to as date) as certificate_to,
    try_cast(staged.score as decimal(18, 3)) as score,
    try_cast(staged.present as boolean) as is_present,
    try_cast(staged.student as boolean) as is_student,
    staged.basis
from staged
left join known_contest as contest on contest.contest = staged.contest
left join ref.exam_rule as rule on rule.ruleset_hash = contest.ruleset_hash
left join staged_examinee as person
    on person.contest = staged.contest
    and person.examinee = staged.examinee;

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, entry) as thing,
    concat_ws(chr(31), contest, entry) as key
from staged_exam
where entry is not null;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_region as
select source_column
from staged_column
where field = 'region';
