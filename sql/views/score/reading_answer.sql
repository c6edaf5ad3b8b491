-- score.reading_answer: the numbers that a contest sets where its ruleset has none.
-- grain: one row per contest_no, key
-- source: rulebook CS-Q05 (no built-in number); a decision `reading` with the value KEY=NUMBER,
-- the newest that is a number above 0

create or replace view score.reading_answer as
with
written as (
    select
        contest_no,
        batch_no,
        who,
        trim(split_part(value, '=', 1)) as key,
        try_cast(replace(trim(split_part(value, '=', 2)), ',', '.') as decimal(9, 3)) as number
    from fact.decision
    where kind = 'reading' and contains(value, '=')
)

select
    contest_no,
    key,
    arg_max(number, batch_no) as number,
    rtrim(rtrim(arg_max(number, batch_no)::varchar, '0'), '.') as answer,
    arg_max(who, batch_no) as who
from written
where number > 0
group by contest_no, key;

comment on view score.reading_answer is
    'The numbers that a contest sets where its ruleset has none.';
comment on column score.reading_answer.contest_no is 'Physical key of the contest.';
comment on column score.reading_answer.key is 'The key of the ruleset, as interview_max.';
comment on column score.reading_answer.number is 'The number; above 0.';
comment on column score.reading_answer.answer is 'The same, as text.';
comment on column score.reading_answer.who is 'Who decided.';
