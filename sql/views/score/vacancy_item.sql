-- score.vacancy_item: what each answer of a candidate is worth, claimed and verified.
-- grain: one row per contest_no, variant, batch_no, source_row of a line of a sheet
-- source: rulebook VC-07 (not claimed: nothing), VC-10 (no evidence: nothing), VC-12 (bands),
-- VC-13 (window), VC-18 (each), VC-Q03 (events are told apart by their day: those without one are
-- one); what the commission has verified it has verified by the rule in force: a line that counts
-- once by it is verified with all its items (VC-E19)

create or replace view score.vacancy_item as
with
candidate as (
    select
        contest_no,
        entry_no,
        bool_or(verified is not null or has_evidence is not null) as is_looked_at
    from fact.candidate_answer
    where form is not null
    group by contest_no, entry_no
),

lined as (
    select
        answer.contest_no,
        post.variant,
        post.ruleset_hash,
        answer.entry_no,
        answer.batch_no,
        answer.source_row,
        answer.form,
        answer.criterion,
        answer.option as given,
        line.option,
        coalesce(
            if(line.is_by_event, concat_ws(' ', line.part, answer.event_date), line.part), ''
        ) as part,
        coalesce(line.is_each, false) as is_each,
        coalesce(in_force.is_each, false) as is_item_verified,
        answer.amount,
        answer.claimed,
        answer.verified,
        coalesce(
            line.is_windowed and answer.event_date < post.window_from, false
        ) as is_outside_window,
        case
            when answer.option = 'none' then 0
            when line.option is not null then line.points
            when answer.option is not null and answer.amount is not null then 0
        end as points,
        case
            when answer.option is null and answer.verified is null and answer.claimed is null
                then null
            when not answer.has_evidence or answer.claimed = 0 or answer.option = 'none' then false
            when answer.verified is not null then answer.verified > 0
            when answer.has_evidence is null and candidate.is_looked_at then false
        end as is_verified
    from fact.candidate_answer as answer
    inner join score.vacancy_post as post on post.contest_no = answer.contest_no
    inner join candidate
        on candidate.contest_no = answer.contest_no
        and candidate.entry_no = answer.entry_no
    left join ref.vacancy_option as line
        on line.ruleset_hash = post.ruleset_hash
        and line.variant = post.variant
        and line.form = answer.form
        and line.criterion = answer.criterion
        and (
            line.option = answer.option
            or (
                line.family = answer.option
                and (line.above is null or answer.amount > line.above)
                and (line.at_least is null or answer.amount >= line.at_least)
                and (line.at_most is null or answer.amount <= line.at_most)
                and (line.below is null or answer.amount < line.below)
            )
        )
    left join ref.vacancy_option as in_force
        on in_force.ruleset_hash = line.ruleset_hash
        and in_force.variant = 'default'
        and in_force.form = line.form
        and in_force.criterion = line.criterion
        and in_force.option = line.option
    where answer.form is not null
),

counted as (
    select
        contest_no,
        variant,
        ruleset_hash,
        entry_no,
        batch_no,
        source_row,
        form,
        criterion,
        given,
        option,
        part,
        is_each,
        is_item_verified,
        claimed,
        verified,
        is_outside_window,
        points,
        is_verified,
        case
            when not is_each then 1
            when amount is not null then amount
            when coalesce(claimed, verified) > 0 and points > 0
                then greatest(
                    1, (coalesce(claimed, verified) * 1000)::bigint // (points * 1000)::bigint
                )
            else 1
        end::decimal(9, 3) as items
    from lined
),

valued as (
    select
        contest_no,
        variant,
        ruleset_hash,
        entry_no,
        batch_no,
        source_row,
        form,
        criterion,
        given,
        option,
        part,
        is_each,
        is_outside_window,
        points,
        is_verified,
        given is not null or claimed is not null as is_claimed,
        if(claimed = 0, 0, items) as claimed_items,
        case
            when
                is_verified and is_each and is_item_verified and verified is not null and points > 0
                then least(items, (verified * 1000)::bigint // (points * 1000)::bigint)
            when is_verified then items
            when not is_verified then 0
        end::decimal(9, 3) as verified_items
    from counted
)

select
    -- ids
    contest_no,
    variant,
    entry_no,
    batch_no,
    source_row,
    ruleset_hash,

    -- the line
    form,
    criterion,
    given,
    option,
    part,

    -- numbers
    case
        when is_claimed then if(is_outside_window, 0, points * claimed_items)
    end::decimal(9, 3) as claimed_points,
    case
        when is_verified is not null then if(is_outside_window, 0, points * verified_items)
    end::decimal(9, 3) as verified_points,

    -- booleans
    is_each,
    is_outside_window,
    is_verified is null as is_waiting
from valued;

comment on view score.vacancy_item is 'What each answer of a candidate is worth.';
comment on column score.vacancy_item.contest_no is 'Physical key of the contest.';
comment on column score.vacancy_item.variant is
    'default, or the reading that is taken otherwise, as VC-Q01=1.';
comment on column score.vacancy_item.entry_no is 'Key of the candidate inside the contest.';
comment on column score.vacancy_item.batch_no is 'The batch that brought the fact.';
comment on column score.vacancy_item.source_row is 'Row or line of the file.';
comment on column score.vacancy_item.ruleset_hash is 'As in score.vacancy_post.';
comment on column score.vacancy_item.form is '17 or 18.';
comment on column score.vacancy_item.criterion is 'Criterion of the sheet.';
comment on column score.vacancy_item.given is
    'What the sheet names: a line, a family of lines or none.';
comment on column score.vacancy_item.option is 'The line it comes to; null: none.';
comment on column score.vacancy_item.part is
    'Lines of one part share its points; where each event counts, the day belongs to it.';
comment on column score.vacancy_item.claimed_points is
    'Points claimed; null: nothing is claimed or the line has no points.';
comment on column score.vacancy_item.verified_points is
    'Points verified; null: not verified yet or the line has no points.';
comment on column score.vacancy_item.is_each is 'Every item counts.';
comment on column score.vacancy_item.is_outside_window is
    'Older than the window of achievements.';
comment on column score.vacancy_item.is_waiting is 'The commission has still to verify it.';
