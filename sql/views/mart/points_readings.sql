-- mart.points_readings: what another answer to an open question would change where experts give points; staff only.
-- grain: one row per contest_no, reading, other, entry_no of a ranked entry
-- source: rulebook BP-08, BP-12, BP-Q01 (100 points of all experts together: what is above is not
-- accepted), BP-Q02 (mean, sum or median of the experts). Who is compared with whom (BP-Q08,
-- BP-Q10) has no other answer here: no fact says the field of an entry, or a small business

create or replace view mart.points_readings as
with
asked as materialized (
    select
        contest_no,
        reading,
        key,
        value,
        is_confirmed,
        unnest(
            if(key = 'marking.combine', ['mean', 'sum', 'median'], ['expert', 'entry'])
        ) as other
    from score.reading
    where key in ('marking.combine', 'marking.limit_scope') and fact.is_staff_of(contest_no)
),

entered as (
    select
        board.contest_no,
        board.contest,
        board.ruleset_hash,
        board.entry_no,
        coalesce(board.name, board.entry) as entry,
        board.place,
        board.total,
        board.points_sum,
        board.judge_count,
        coalesce(
            list(judge.points order by judge.points) filter (not competitor.is_zero),
            [0::decimal(18, 3)]
        ) as totals
    from fact.board as board
    semi join asked on asked.contest_no = board.contest_no
    anti join fact.mark as mark on mark.contest_no = board.contest_no
    inner join score.competitor as competitor
        on competitor.contest_no = board.contest_no
        and competitor.entry_no = board.entry_no
    left join score.judge_total as judge
        on judge.contest_no = board.contest_no
        and judge.entry_no = board.entry_no
    where board.place is not null and not board.is_archive
    group by all
),

combined as (
    select
        entered.contest_no,
        entered.contest,
        entered.ruleset_hash,
        entered.entry_no,
        entered.entry,
        entered.place,
        entered.total,
        asked.reading,
        asked.key,
        asked.value,
        asked.other,
        asked.is_confirmed,
        list_sum(entered.totals)::decimal(9, 3) as points_together,
        asked.other = 'entry' and list_sum(entered.totals) > ruleset.max_points as is_refused,
        case asked.other
            when 'median' then entered.totals[
                (len(entered.totals) + 1) // 2:len(entered.totals) // 2 + 1
            ]
            when 'entry' then [entered.points_sum]
            else entered.totals
        end as totals,
        case asked.other
            when 'sum' then 1
            when 'mean' then len(entered.totals)
            when 'median' then 2 - len(entered.totals) % 2
            else entered.judge_count
        end as judge_count
    from entered
    inner join asked on asked.contest_no = entered.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = entered.ruleset_hash
    where asked.other not in (asked.value, 'expert')
),

placed as (
    select
        contest_no,
        contest,
        ruleset_hash,
        entry_no,
        entry,
        place,
        total,
        reading,
        key,
        value,
        other,
        is_confirmed,
        points_together,
        is_refused,
        (
            (2 * (list_sum(totals) * 1000)::bigint + judge_count) // (2 * judge_count) * 0.001
        )::decimal(9, 3) as other_total,
        case
            when not is_refused then rank() over by_points
        end::integer as other_place
    from combined
    window by_points as (
        partition by contest_no, reading, other, is_refused
        order by (list_sum(totals) * 1000)::bigint * (720720 // judge_count) desc
    )
)

select
    -- ids
    placed.contest_no,
    placed.contest,
    placed.reading,
    placed.other,
    placed.entry_no,
    placed.entry,

    -- the question
    placed.key,
    placed.value,
    case getvariable('lang')::varchar
        when 'ru' then question.label_ru
        when 'en' then question.label_en
        else question.label_kk
    end as question,

    -- numbers
    placed.points_together,
    placed.total,
    placed.other_total,
    placed.place,
    placed.other_place,

    -- booleans
    placed.is_confirmed,
    placed.is_refused,
    placed.place is distinct from placed.other_place as is_changed
from placed
inner join ref.reading as question
    on question.ruleset_hash = placed.ruleset_hash
    and question.reading = placed.reading
    and question.key = placed.key;

comment on view mart.points_readings is
    'What another answer to an open question would change where experts give points; staff only.';
comment on column mart.points_readings.contest_no is 'Physical key of the contest.';
comment on column mart.points_readings.contest is 'Contest id.';
comment on column mart.points_readings.reading is 'Id of the question in the rulebook.';
comment on column mart.points_readings.other is 'The other answer.';
comment on column mart.points_readings.entry_no is 'Key of the entry inside its contest.';
comment on column mart.points_readings.entry is 'Name or code of the entry.';
comment on column mart.points_readings.key is 'The key of the ruleset that answers it.';
comment on column mart.points_readings.value is 'The answer that holds.';
comment on column mart.points_readings.question is 'The question in the reader language.';
comment on column mart.points_readings.points_together is 'Points of all experts together.';
comment on column mart.points_readings.total is 'Points of the entry, to thousandths.';
comment on column mart.points_readings.other_total is
    'Points with the other answer, to thousandths.';
comment on column mart.points_readings.place is 'Place.';
comment on column mart.points_readings.other_place is
    'Place with the other answer; null: not accepted.';
comment on column mart.points_readings.is_confirmed is 'The answer that holds is confirmed.';
comment on column mart.points_readings.is_refused is
    'With the other answer the sheets of the entry are above the limit, not accepted.';
comment on column mart.points_readings.is_changed is 'The other answer changes the place.';
