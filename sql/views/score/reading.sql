-- score.reading: how each contest reads the open questions of its text, and who said so.
-- grain: one row per contest_no, reading
-- source: rulebook CS-41 (the organiser confirms before the contest opens); CONTRACTS "Decision
-- kinds" (reading: the value is the id of the question, or all for every question of the ruleset);
-- CS-Q05 (a question without an answer of the ruleset is answered by KEY=NUMBER, never by all)

create or replace view score.reading as
with
decision as (
    select
        contest_no,
        value,
        arg_max(who, batch_no) as who
    from fact.decision
    where kind = 'reading'
    group by contest_no, value
)

select
    contest.contest_no,
    contest.contest,
    reading.reading,
    reading.key,
    coalesce(answer.answer, reading.value) as value,
    reading.changes_winner,
    if(
        reading.value = '',
        answer.who is not null,
        reading.is_confirmed or named.who is not null or whole.who is not null
    ) as is_confirmed,
    if(reading.value = '', answer.who, coalesce(named.who, whole.who)) as confirmed_by
from fact.contest as contest
inner join ref.reading as reading on reading.ruleset_hash = contest.ruleset_hash
left join decision as named
    on named.contest_no = contest.contest_no
    and named.value = reading.reading
left join decision as whole
    on whole.contest_no = contest.contest_no
    and whole.value = 'all'
left join score.reading_answer as answer
    on answer.contest_no = contest.contest_no
    and answer.key = reading.key
    and reading.value = '';

comment on view score.reading is 'How each contest reads the open questions of its text.';
comment on column score.reading.contest_no is 'Physical key of the contest.';
comment on column score.reading.contest is 'Contest id.';
comment on column score.reading.reading is 'Id of the question in the rulebook, as CS-Q06.';
comment on column score.reading.key is 'The key of the ruleset that answers it.';
comment on column score.reading.value is
    'The answer; empty: the ruleset has none, each contest must.';
comment on column score.reading.changes_winner is 'Another answer can give another winner.';
comment on column score.reading.is_confirmed is 'By the ruleset, or by a decision.';
comment on column score.reading.confirmed_by is 'Who decided; null: nobody, or the ruleset.';
