-- mart.workplaces: the workplace that the lot gave every entry of a contest.
-- grain: one row per contest_no, entry of its newest draw of workplaces that was revealed
-- source: docs/draw.md: who is drawn first has workplace 1

create or replace view mart.workplaces as
with
newest as (
    select
        contest_no,
        max(batch_no) as batch_no
    from score.draw
    where
        purpose = 'workplace'
        and drawn is not null
    group by contest_no
)

select
    -- ids
    draw.contest_no,
    contest.contest,
    draw.entry,
    draw.batch_no,
    draw.reveal_batch_no,

    -- what
    draw.commitment,
    draw.chain_sha256,
    draw.seed,

    -- numbers
    draw.drawn as workplace,
    draw.earlier_draws
from newest
inner join score.draw as draw
    on draw.contest_no = newest.contest_no
    and draw.batch_no = newest.batch_no
inner join fact.contest as contest on contest.contest_no = draw.contest_no;

comment on view mart.workplaces is 'The workplace that the lot gave every entry of a contest.';
comment on column mart.workplaces.contest_no is 'Physical key of the contest.';
comment on column mart.workplaces.contest is 'Contest id.';
comment on column mart.workplaces.entry is 'Entry id, unique inside its contest.';
comment on column mart.workplaces.batch_no is 'The act that committed to the seed.';
comment on column mart.workplaces.reveal_batch_no is 'The act that revealed the seed.';
comment on column mart.workplaces.commitment is 'SHA-256 of the seed, 64 hexadecimal digits.';
comment on column mart.workplaces.chain_sha256 is 'Hash of the act that committed, in the chain.';
comment on column mart.workplaces.seed is 'The seed.';
comment on column mart.workplaces.workplace is 'Number of the workplace, from 1.';
comment on column mart.workplaces.earlier_draws is
    'Draws of workplaces of the contest before it, taken back or not.';
