-- mart.readings: how each contest reads the open questions of its text, and what awaits a yes.
-- grain: one row per contest_no, reading
-- source: rulebook CS-41 (confirmed before the contest opens)

create or replace view mart.readings as
select
    reading.contest_no,
    reading.contest,
    reading.reading,
    reading.key,
    reading.value,
    case getvariable('lang')::varchar
        when 'ru' then named.label_ru
        when 'en' then named.label_en
        else named.label_kk
    end as question,
    reading.changes_winner,
    reading.is_confirmed,
    reading.confirmed_by
from score.reading as reading
inner join fact.contest as contest on contest.contest_no = reading.contest_no
left join ref.reading as named
    on named.ruleset_hash = contest.ruleset_hash
    and named.reading = reading.reading
    and named.key = reading.key;

comment on view mart.readings is
    'How each contest reads the open questions of its text, and what awaits a yes.';
comment on column mart.readings.contest_no is 'Physical key of the contest.';
comment on column mart.readings.contest is 'Contest id.';
comment on column mart.readings.reading is 'Id of the question in the rulebook.';
comment on column mart.readings.key is 'The key of the ruleset that answers it.';
comment on column mart.readings.value is 'The answer.';
comment on column mart.readings.question is 'Question and answer in the reader''s language.';
comment on column mart.readings.changes_winner is 'Another answer can give another winner.';
comment on column mart.readings.is_confirmed is 'By the ruleset, or by a decision.';
comment on column mart.readings.confirmed_by is 'Who decided; null: nobody, or the ruleset.';
