-- score.vacancy_criterion: the points of each criterion of each candidate, claimed and verified.
-- grain: one row per contest_no, variant, entry_no, criterion of the candidate''s sheet
-- source: rulebook VC-11, VC-14, VC-19 (one part or the sum, a limit), VC-26 (null: not answered)

create or replace view score.vacancy_criterion as
with
answered as materialized (
    select
        contest_no,
        variant,
        ruleset_hash,
        entry_no,
        batch_no,
        form,
        criterion,
        given,
        option,
        part,
        claimed_points,
        verified_points,
        is_each,
        is_waiting
    from score.vacancy_item
),

sheet as (
    select
        contest_no,
        variant,
        ruleset_hash,
        entry_no,
        arg_max(form, batch_no) as form
    from answered
    group by contest_no, variant, ruleset_hash, entry_no
),

part as (
    select
        contest_no,
        variant,
        entry_no,
        form,
        criterion,
        part,
        if(bool_or(is_each), sum(claimed_points), max(claimed_points)) as claimed,
        if(bool_or(is_each), sum(verified_points), max(verified_points)) as verified,
        bool_or(is_waiting) as is_waiting,
        list(distinct coalesce(option, given)) filter (coalesce(option, given) is not null)
            as options
    from answered
    group by contest_no, variant, entry_no, form, criterion, part
),

asked as (
    select
        sheet.contest_no,
        sheet.variant,
        sheet.entry_no,
        sheet.form,
        criterion.ord,
        criterion.criterion,
        criterion.mode,
        criterion.cap
    from sheet
    inner join ref.vacancy_criterion as criterion
        on criterion.ruleset_hash = sheet.ruleset_hash
        and criterion.variant = sheet.variant
        and criterion.form = sheet.form
),

combined as (
    select
        asked.contest_no,
        asked.variant,
        asked.entry_no,
        asked.form,
        asked.ord,
        asked.criterion,
        asked.cap,
        if(asked.mode = 'one', max(part.claimed), sum(part.claimed)) as claimed,
        if(asked.mode = 'one', max(part.verified), sum(part.verified)) as verified,
        coalesce(bool_or(part.is_waiting), false) as is_waiting,
        list_sort(flatten(list(part.options) filter (part.options is not null))) as options
    from asked
    left join part
        on part.contest_no = asked.contest_no
        and part.variant = asked.variant
        and part.entry_no = asked.entry_no
        and part.form = asked.form
        and part.criterion = asked.criterion
    group by
        asked.contest_no, asked.variant, asked.entry_no, asked.form, asked.ord, asked.criterion,
        asked.mode, asked.cap
)

select
    -- ids
    contest_no,
    variant,
    entry_no,
    form,
    ord,
    criterion,

    -- numbers
    if(claimed > cap, cap, claimed)::decimal(9, 3) as claimed,
    case
        when not is_waiting then if(verified > cap, cap, verified)
    end::decimal(9, 3) as verified,

    -- what was answered
    options,
    is_waiting
from combined;

comment on view score.vacancy_criterion is 'The points of each criterion of each candidate.';
comment on column score.vacancy_criterion.contest_no is 'Physical key of the contest.';
comment on column score.vacancy_criterion.variant is
    'default, or the reading that is taken otherwise, as VC-Q01=1.';
comment on column score.vacancy_criterion.entry_no is 'Key of the candidate inside the contest.';
comment on column score.vacancy_criterion.form is '17 or 18.';
comment on column score.vacancy_criterion.ord is 'Number on the sheet.';
comment on column score.vacancy_criterion.criterion is 'Criterion of the sheet.';
comment on column score.vacancy_criterion.claimed is 'Points claimed; null: not answered.';
comment on column score.vacancy_criterion.verified is
    'Points verified; null: not answered, or not verified yet.';
comment on column score.vacancy_criterion.options is 'The lines that were named.';
comment on column score.vacancy_criterion.is_waiting is
    'The commission has still to verify an answer.';
