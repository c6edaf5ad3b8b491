-- mart.tie_record: a tie as an official act: each step of the rules with what every entry had.
-- grain: one row per contest_no, place, step, entry_no of entries that share a place
-- source: rulebook WM-12, BP-14 (a place is shared), BP-15 (criteria one by one, or the jury), BP-17
-- (the jury's decision is recorded), docs/draw.md. Step 1 compares the totals; then the criteria of
-- the ruleset, as far as they are asked; then draws; last what the jury decided

create or replace view mart.tie_record as
with
tied as (
    select
        board.contest_no,
        board.contest,
        board.place,
        board.entry_no,
        board.entry,
        board.name,
        board.total,
        board.award,
        board.tie_reason,
        board.ruleset_hash,
        ruleset.award_kind,
        ruleset.award_kind = 'place' and board.place = 1 as is_first,
        ruleset.winner_tie,
        ruleset.max_winner
    from fact.board as board
    left join ref.ruleset as ruleset on ruleset.ruleset_hash = board.ruleset_hash
    where board.is_tied and not board.is_archive
),

part as (
    select
        contest_no,
        entry_no,
        unnest(parts) as part
    from score.entry_points
),

summed as (
    select
        contest_no,
        entry_no,
        part.criterion as criterion,
        sum(part.order_key)::bigint as order_key
    from part
    group by contest_no, entry_no, part.criterion
),

compared as (
    select
        tied.contest_no,
        tied.entry_no,
        tie_break.step,
        tie_break.criterion,
        ((2 * summed.order_key + 720720) // 1441440 * 0.001)::decimal(9, 3) as points,
        list(coalesce(summed.order_key, -1)) over so_far as way
    from tied
    inner join ref.tie_break as tie_break on tie_break.ruleset_hash = tied.ruleset_hash
    left join summed
        on summed.contest_no = tied.contest_no
        and summed.entry_no = tied.entry_no
        and summed.criterion = tie_break.criterion
    where tied.is_first and tied.winner_tie = 'criteria_order'
    window
        so_far as (
            partition by tied.contest_no, tied.entry_no
            order by tie_break.step
            rows between unbounded preceding and current row
        )
),

kept as (
    select
        contest_no,
        entry_no,
        step,
        criterion,
        points,
        way = max(way) over of_step as is_left
    from compared
    window of_step as (partition by contest_no, step)
),

counted as (
    select
        contest_no,
        entry_no,
        step,
        criterion,
        points,
        is_left,
        count(*) filter (is_left) over of_step as now_left
    from kept
    window of_step as (partition by contest_no, step)
),

asked as (
    select
        contest_no,
        entry_no,
        step,
        criterion,
        points,
        is_left,
        now_left,
        coalesce(
            lag(now_left) over of_entry,
            count(*) over of_step
        ) as before_left
    from counted
    window
        of_entry as (partition by contest_no, entry_no order by step),
        of_step as (partition by contest_no, step)
),

verdict as (
    select
        decision.contest_no,
        max(decision.batch_no) as batch_no,
        max_by(decision.reason, decision.batch_no) as reason
    from fact.decision as decision
    left join tied
        on tied.contest_no = decision.contest_no
        and tied.entry_no = decision.entry_no
        and tied.is_first
    where
        (decision.kind = 'award' and tied.entry_no is not null)
        or (decision.kind = 'tie' and decision.entry_no is null)
    group by decision.contest_no
),

line as (
    -- the totals
    select
        contest_no,
        place,
        entry_no,
        1 as step,
        'total' as kind,
        null::varchar as criterion,
        total::decimal(9, 3) as points,
        null::varchar as words,
        null::integer as batch_no,
        true as is_left,
        'equal' as outcome
    from tied

    union all

    -- the criteria, each as long as more than one is left
    select
        asked.contest_no,
        1 as place,
        asked.entry_no,
        1 + asked.step as step,
        'criterion' as kind,
        asked.criterion,
        asked.points,
        null as words,
        null as batch_no,
        asked.is_left,
        case
            when asked.before_left = 1 then 'not_asked'
            when asked.now_left = 1 then 'decides'
            when asked.now_left < asked.before_left then 'narrows'
            else 'equal'
        end as outcome
    from asked

    union all

    -- a place that may be shared
    select
        contest_no,
        place,
        entry_no,
        100 as step,
        'shared' as kind,
        null as criterion,
        null as points,
        null as words,
        null as batch_no,
        true as is_left,
        'shares' as outcome
    from tied
    where tie_reason = 'shared_place'

    union all

    -- draws
    select
        tied.contest_no,
        tied.place,
        tied.entry_no,
        200 + (dense_rank() over by_draw)::integer as step,
        'draw' as kind,
        null as criterion,
        null as points,
        draw.number as words,
        draw.batch_no,
        coalesce(draw.drawn <= tied.max_winner, true) as is_left,
        if(draw.number is null, 'waits', 'decides') as outcome
    from tied
    inner join score.draw as draw
        on draw.contest_no = tied.contest_no
        and draw.entry_no = tied.entry_no
        and draw.purpose = 'tie'
    where tied.is_first
    window by_draw as (partition by tied.contest_no order by draw.batch_no)

    union all

    -- the jury
    select
        tied.contest_no,
        tied.place,
        tied.entry_no,
        300 as step,
        'jury' as kind,
        null as criterion,
        null as points,
        if(tied.tie_reason = 'jury_decision', verdict.reason, null) as words,
        if(tied.tie_reason = 'jury_decision', verdict.batch_no, null) as batch_no,
        tied.tie_reason = 'jury_decision_needed' or coalesce(tied.award = 'winner', false)
            as is_left,
        if(tied.tie_reason = 'jury_decision', 'decides', 'waits') as outcome
    from tied
    left join verdict on verdict.contest_no = tied.contest_no
    where tied.tie_reason in ('jury_decision', 'jury_decision_needed')
)

select
    -- ids
    tied.contest_no,
    tied.contest,
    tied.place,
    dense_rank() over by_step as step,
    tied.entry_no,
    tied.entry,
    tied.name,
    line.batch_no,

    -- what
    line.kind,
    case
        when tied.award_kind <> 'place' then 'WM-12'
        when line.kind in ('total', 'shared') and not tied.is_first then 'BP-14'
        when line.kind in ('draw', 'jury') then 'BP-17'
        else 'BP-15'
    end as rule,
    line.criterion,
    case getvariable('lang')::varchar
        when 'ru' then criterion.label_ru
        when 'en' then criterion.label_en
        else criterion.label_kk
    end as label,
    line.points,
    line.words,

    -- what became of it
    line.is_left,
    line.outcome
from line
inner join tied
    on tied.contest_no = line.contest_no
    and tied.entry_no = line.entry_no
left join ref.criterion as criterion
    on criterion.ruleset_hash = tied.ruleset_hash
    and criterion.criterion = line.criterion
    and criterion.is_used
window by_step as (partition by tied.contest_no, tied.place order by line.step);

comment on view mart.tie_record is 'A tie as an official act, step by step.';
comment on column mart.tie_record.contest_no is 'Physical key of the contest.';
comment on column mart.tie_record.contest is 'Contest id.';
comment on column mart.tie_record.place is 'The place that is shared.';
comment on column mart.tie_record.step is 'Step of the rules, 1 first.';
comment on column mart.tie_record.entry_no is 'Key of the entry inside its contest.';
comment on column mart.tie_record.entry is 'Entry id, unique inside its contest.';
comment on column mart.tie_record.name is 'Name; the members of a team.';
comment on column mart.tie_record.batch_no is 'The act of a draw or of the jury; null: a rule.';
comment on column mart.tie_record.kind is 'total, criterion, shared, draw or jury.';
comment on column mart.tie_record.rule is 'Rule id of the step.';
comment on column mart.tie_record.criterion is 'Criterion that is compared; null: none.';
comment on column mart.tie_record.label is 'Name of the criterion in the reader''s language.';
comment on column mart.tie_record.points is 'What the entry had, points; null: none.';
comment on column mart.tie_record.words is
    'Number of the entry in a draw, or the reason of the jury; null: none.';
comment on column mart.tie_record.is_left is 'Not behind after this step.';
comment on column mart.tie_record.outcome is
    'equal; narrows; decides; not_asked (decided before); shares (the place is shared); waits.';
