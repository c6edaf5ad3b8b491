-- score.selection_row: what is recorded in each step, by the clock of the contest.
-- grain: one row per contest_no, entry_no, step, part, member
-- source: rulebook CS-03, CS-04 (what one step allows is no violation there), CS-14 (CS-E55: what
-- is handed in after the time does not count), CS-26 (CS-E29)

create or replace view score.selection_row as
with
local as (
    select
        result.contest_no,
        result.batch_no,
        result.entry_no,
        contest.ruleset_hash,
        result.step,
        result.part,
        result.member,
        result.score,
        result.category,
        result.seniority_days,
        result.education,
        coalesce(result.status, 'present') as status,
        result.violation,
        timezone(ruleset.zone, result.happened_at) as happened,
        timezone(
            ruleset.zone,
            max(result.happened_at) filter (result.part = 'start') over (
                partition by result.contest_no, result.entry_no, result.step
            )
        ) as opened,
        result.source_row
    from fact.selection_result as result
    inner join fact.contest as contest on contest.contest_no = result.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
)

select
    local.contest_no,
    local.batch_no,
    local.entry_no,
    local.ruleset_hash,
    local.step,
    local.part,
    local.member,
    local.score,
    local.category,
    local.seniority_days,
    local.education,
    local.status,
    if(
        local.violation is null or violation.allowed_in = local.step,
        null,
        coalesce(violation.counts_as, local.violation)
    ) as violation,
    local.happened,
    part.least,
    coalesce(part.is_counted, false) and local.member is null as is_counted,
    coalesce(
        (local.part is null or part.is_counted or local.part = 'essay')
        and local.member is null
        and local.happened > local.opened + to_minutes(step.minutes),
        false
    ) as is_late,
    local.source_row
from local
left join ref.selection_step as step
    on step.ruleset_hash = local.ruleset_hash
    and step.step = local.step
left join ref.selection_part as part
    on part.ruleset_hash = local.ruleset_hash
    and part.step = local.step
    and part.part = local.part
left join ref.selection_violation as violation
    on violation.ruleset_hash = local.ruleset_hash
    and violation.violation = local.violation;

comment on view score.selection_row is
    'What is recorded in each step, by the clock of the contest.';
comment on column score.selection_row.contest_no is 'Physical key of the contest.';
comment on column score.selection_row.batch_no is 'The batch that brought the fact.';
comment on column score.selection_row.entry_no is 'Key of the candidate inside the contest.';
comment on column score.selection_row.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.selection_row.step is 'Step of the ruleset.';
comment on column score.selection_row.part is 'Part of the step; null: the step as a whole.';
comment on column score.selection_row.member is 'Member of the commission.';
comment on column score.selection_row.score is 'Points, tasks, words or days.';
comment on column score.selection_row.category is 'Category of the post.';
comment on column score.selection_row.seniority_days is 'Whole work experience, days.';
comment on column score.selection_row.education is 'Level of education.';
comment on column score.selection_row.status is 'present, absent, withdrawn, passed or refused.';
comment on column score.selection_row.violation is
    'V1 to V7; null: none, or allowed in this step.';
comment on column score.selection_row.happened is 'When, by the clock of the contest.';
comment on column score.selection_row.least is 'Points that pass in this part alone.';
comment on column score.selection_row.is_counted is 'Adds to the points of the step.';
comment on column score.selection_row.is_late is
    'Handed in after the time of the step: it does not count.';
comment on column score.selection_row.source_row is 'Row or line of the file.';
