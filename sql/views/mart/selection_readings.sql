-- mart.selection_readings: what another answer to an open question would change in a selection; staff only.
-- grain: one row per contest_no, reading, other, entry_no
-- source: rulebook C6, CS-41 (the page shows what the reading changes)

create or replace view mart.selection_readings as
with
course as materialized (
    select
        standing.contest_no,
        standing.variant,
        standing.entry_no,
        arg_max(standing.step, step.ord) as step,
        arg_max(standing.status, step.ord) as status,
        any_value(standing.total) filter (standing.step = 'result') as total,
        any_value(standing.place) filter (standing.step = 'result') as place,
        coalesce(bool_or(standing.reason = 'winner'), false) as is_winner
    from fact.selection_standing as standing
    inner join fact.contest as contest on contest.contest_no = standing.contest_no
    inner join ref.selection_step as step
        on step.ruleset_hash = contest.ruleset_hash
        and step.step = standing.step
    where fact.is_staff_of(standing.contest_no)
    group by standing.contest_no, standing.variant, standing.entry_no
)

select
    -- ids
    other.contest_no,
    contest.contest,
    rule.reading,
    rule.other,
    other.entry_no,
    registry.entry as candidate,

    -- the question
    reading.key,
    reading.value,
    case getvariable('lang')::varchar
        when 'ru' then question.label_ru
        when 'en' then question.label_en
        else question.label_kk
    end as question,

    -- numbers
    holding.step,
    other.step as other_step,
    holding.total,
    other.total as other_total,
    holding.place,
    other.place as other_place,
    outcome.appoint_from as other_appoint_from,

    -- booleans
    reading.is_confirmed,
    (holding.step, holding.status) <> (other.step, other.status)
    or holding.place is distinct from other.place as is_changed,
    holding.is_winner <> other.is_winner as is_winner_changed
from course as other
inner join course as holding
    on holding.contest_no = other.contest_no
    and holding.variant = 'default'
    and holding.entry_no = other.entry_no
inner join score.selection_outcome as outcome
    on outcome.contest_no = other.contest_no
    and outcome.variant = other.variant
inner join fact.contest as contest on contest.contest_no = other.contest_no
inner join ref.selection_rule as rule
    on rule.ruleset_hash = contest.ruleset_hash
    and rule.variant = other.variant
inner join score.reading as reading
    on reading.contest_no = other.contest_no
    and reading.reading = rule.reading
inner join ref.reading as question
    on question.ruleset_hash = contest.ruleset_hash
    and question.reading = rule.reading
inner join fact.entry as registry
    on registry.contest_no = other.contest_no
    and registry.entry_no = other.entry_no
where other.variant <> 'default';

comment on view mart.selection_readings is
    'What another answer to an open question would change in a selection; staff only.';
comment on column mart.selection_readings.contest_no is 'Physical key of the contest.';
comment on column mart.selection_readings.contest is 'Contest id.';
comment on column mart.selection_readings.reading is 'Id of the question in the rulebook.';
comment on column mart.selection_readings.other is 'The other answer.';
comment on column mart.selection_readings.entry_no is 'Key of the candidate inside the contest.';
comment on column mart.selection_readings.candidate is 'Personal number.';
comment on column mart.selection_readings.key is 'The key of the ruleset that answers it.';
comment on column mart.selection_readings.value is 'The answer that holds.';
comment on column mart.selection_readings.question is 'The question in the reader language.';
comment on column mart.selection_readings.step is 'The last step the candidate reaches.';
comment on column mart.selection_readings.other_step is 'The last step with the other answer.';
comment on column mart.selection_readings.total is 'Total, points.';
comment on column mart.selection_readings.other_total is 'Total with the other answer.';
comment on column mart.selection_readings.place is 'Place.';
comment on column mart.selection_readings.other_place is 'Place with the other answer.';
comment on column mart.selection_readings.other_appoint_from is
    'First day of appointment with the other answer.';
comment on column mart.selection_readings.is_confirmed is 'The answer that holds is confirmed.';
comment on column mart.selection_readings.is_changed is
    'The other answer changes how far the candidate gets, or the place.';
comment on column mart.selection_readings.is_winner_changed is
    'The other answer makes or unmakes the winner.';
