-- The results of steps: which step, which part, which words of the rules, and what the ledger knows.
-- grain: one row per row of the sheet
-- source: rulebook C1, C2, CS-03, CS-25, CS-33; CONTRACTS "Sheet formats" (selection)

create or replace temp table staged_result as
with
stepped as (
    select
        staged.source_row,
        any_value(step.step) as step,
        any_value(step.ord) as ord
    from staged
    inner join known_contest as contest on contest.contest = staged.contest
    inner join ref.selection_step as step on step.ruleset_hash = contest.ruleset_hash
    where
        score.folded(staged.step) in (
            step.ord::varchar,
            score.folded(step.step),
            score.folded(step.label_kk),
            score.folded(step.label_ru),
            score.folded(step.label_en)
        )
    group by staged.source_row
),

parted as (
    select
        staged.source_row,
        min(part.part) as part,
        min(part.max_points) as max_points,
        bool_or(part.is_whole) as is_whole,
        bool_or(part.is_counted) as is_counted
    from staged
    inner join stepped on stepped.source_row = staged.source_row
    inner join known_contest as contest on contest.contest = staged.contest
    inner join ref.selection_part as part
        on part.ruleset_hash = contest.ruleset_hash
        and part.step = stepped.step
    where
        score.folded(staged.part) in (
            score.folded(part.part),
            score.folded(part.label_kk),
            score.folded(part.label_ru),
            score.folded(part.label_en)
        )
    group by staged.source_row
),

greatest_of as (
    select
        ruleset_hash,
        step,
        if(step = 'essay', max(max_points), sum(max_points)) as max_points
    from ref.selection_part
    where is_counted
    group by ruleset_hash, step
)

select
    staged.source_row,
    staged.source_column,
    staged.contest,
    contest.contest_no,
    contest.ruleset_hash,
    staged.candidate,
    stepped.step,
    stepped.ord,
    staged.step as step_found,
    coalesce(parted.part, if(staged.member is not null, 'mark', null)) as part,
    staged.part as part_found,
    parted.part is not null as is_part_known,
    coalesce(parted.is_counted, false) as is_counted,
    staged.member,
    try_cast(staged.score as decimal(9, 3)) as score,
    coalesce(parted.is_whole, stepped.step not in ('essay', 'interview')) as is_whole,
    case
        when stepped.step = 'interview' and coalesce(parted.part, 'mark') = 'mark'
            then answer.number
        when parted.part is not null then parted.max_points
        when staged.part is null then greatest_of.max_points
    end as max_points,
    upper(translate(
        upper(regexp_replace(staged.category, '\s+', '', 'g')), 'АВСЕОР–—', 'ABCEOP--'
    )) as category,
    try_cast(staged.seniority_days as integer) as seniority_days,
    education.education,
    staged.education as education_found,
    staged.status,
    violation.violation,
    staged.violation as violation_found,
    try_cast(staged."at" as timestamptz) as happened_at
from staged
left join known_contest as contest on contest.contest = staged.contest
left join stepped on stepped.source_row = staged.source_row
left join parted on parted.source_row = staged.source_row
left join greatest_of
    on greatest_of.ruleset_hash = contest.ruleset_hash
    and greatest_of.step = stepped.step
left join score.reading_answer as answer
    on answer.contest_no = contest.contest_no
    and answer.key = 'interview_max'
left join ref.selection_education as education
    on education.ruleset_hash = contest.ruleset_hash
    and score.folded(staged.education) in (
        score.folded(education.education),
        score.folded(education.label_kk),
        score.folded(education.label_ru),
        score.folded(education.label_en)
    )
left join ref.selection_violation as violation
    on violation.ruleset_hash = contest.ruleset_hash
    and score.folded(staged.violation) in (
        score.folded(violation.violation),
        score.folded(violation.label_kk),
        score.folded(violation.label_ru),
        score.folded(violation.label_en)
    );

create or replace temp view staged_key as
select
    source_row,
    source_column,
    contest,
    hash(contest, candidate, step, part, member) as thing,
    concat_ws(' · ', contest, candidate, step, part, member) as key
from staged_result;

create or replace temp table staged_other_row (source_row integer);

create or replace temp view staged_above as
select
    source_row,
    (select named.source_column from staged_column as named where named.field = 'score')
        as source_column,
    coalesce(part, step) as name,
    score::varchar as found,
    max_points as maximum
from staged_result
where score > max_points;

create or replace temp view staged_over as
select name
from staged_above;

-- What the ledger has of the same contests, and how far each candidate has come: reckoned, because
-- a sheet that this one replaces is out of force already and no snapshot says so yet.
create or replace temp table staged_known as
select
    contest.contest,
    entry.entry as candidate,
    result.step,
    result.part,
    result.member,
    result.category,
    result.batch_no
from known_contest as contest
inner join fact.selection_result as result on result.contest_no = contest.contest_no
inner join fact.entry as entry
    on entry.contest_no = result.contest_no
    and entry.entry_no = result.entry_no;

create or replace temp table staged_standing as
select
    contest.contest,
    entry.entry as candidate,
    standing.step,
    step.ord,
    standing.status,
    standing.reason
from known_contest as contest
inner join score.selection_standing as standing
    on standing.contest_no = contest.contest_no
    and standing.variant = 'default'
inner join ref.selection_step as step
    on step.ruleset_hash = contest.ruleset_hash
    and step.step = standing.step
inner join fact.entry as entry
    on entry.contest_no = standing.contest_no
    and entry.entry_no = standing.entry_no;
