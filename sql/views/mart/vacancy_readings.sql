-- mart.vacancy_readings: what another answer to an open question would change; staff only.
-- grain: one row per contest_no, reading, other, entry_no
-- source: rulebook B7 (both readings where the text contradicts itself), CS-41

create or replace view mart.vacancy_readings as
with
placed as materialized (
    select
        contest_no,
        variant,
        reading,
        other,
        last_day,
        entry_no,
        form_due,
        verified,
        place,
        proposal
    from score.vacancy_place
)

select
    -- ids
    other.contest_no,
    contest.contest,
    other.reading,
    other.other,
    other.entry_no,
    coalesce(registry.name, registry.entry) as candidate,

    -- the question
    reading.key,
    reading.value,
    case getvariable('lang')::varchar
        when 'ru' then question.label_ru
        when 'en' then question.label_en
        else question.label_kk
    end as question,

    -- numbers
    place.verified,
    other.verified as other_verified,
    place.place,
    other.place as other_place,
    other.last_day as other_last_day,
    other.form_due as other_form_due,

    -- booleans
    reading.is_confirmed,
    place.proposal <> other.proposal as is_proposal_changed,
    other.proposal as other_proposal
from placed as other
inner join placed as place
    on place.contest_no = other.contest_no
    and place.variant = 'default'
    and place.entry_no = other.entry_no
inner join fact.contest as contest on contest.contest_no = other.contest_no
inner join score.reading as reading
    on reading.contest_no = other.contest_no
    and reading.reading = other.reading
inner join ref.reading as question
    on question.ruleset_hash = contest.ruleset_hash
    and question.reading = other.reading
inner join fact.entry as registry
    on registry.contest_no = other.contest_no
    and registry.entry_no = other.entry_no
where
    other.variant <> 'default'
    and fact.is_staff_of(other.contest_no);

comment on view mart.vacancy_readings is 'What other answers to open questions would change.';
comment on column mart.vacancy_readings.contest_no is 'Physical key of the contest.';
comment on column mart.vacancy_readings.contest is 'Contest id.';
comment on column mart.vacancy_readings.reading is 'Id of the question in the rulebook.';
comment on column mart.vacancy_readings.other is 'The other answer.';
comment on column mart.vacancy_readings.entry_no is 'Key of the candidate inside the contest.';
comment on column mart.vacancy_readings.candidate is
    'Name or code of the candidate.';
comment on column mart.vacancy_readings.key is 'The key of the ruleset that answers it.';
comment on column mart.vacancy_readings.value is 'The answer that holds.';
comment on column mart.vacancy_readings.question is 'The question in the reader language.';
comment on column mart.vacancy_readings.verified is 'Points verified.';
comment on column mart.vacancy_readings.other_verified is
    'Points verified with the other answer.';
comment on column mart.vacancy_readings.place is 'Place.';
comment on column mart.vacancy_readings.other_place is 'Place with the other answer.';
comment on column mart.vacancy_readings.other_last_day is
    'Last day of acceptance with the other answer.';
comment on column mart.vacancy_readings.other_form_due is
    'The sheet the service asks for with the other answer.';
comment on column mart.vacancy_readings.is_confirmed is 'The answer that holds is confirmed.';
comment on column mart.vacancy_readings.is_proposal_changed is
    'The other answer changes what is proposed.';
comment on column mart.vacancy_readings.other_proposal is
    'What is proposed with the other answer.';
