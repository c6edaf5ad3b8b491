-- mart.draws: every draw, among entries that share a place or of workplaces, so that anybody can
-- draw it again.
-- grain: one row per contest_no, batch_no of a draw in force, entry_no
-- source: docs/draw.md; rulebook BP-15, BP-17; who drew is for staff

create or replace view mart.draws as
select
    -- ids
    draw.contest_no,
    contest.contest,
    draw.batch_no,
    draw.reveal_batch_no,
    draw.entry,
    entry.name,

    -- what
    draw.purpose,
    draw.commitment,
    draw.chain_sha256,
    draw.seed,
    draw.number,

    -- numbers
    draw.drawn,
    draw.earlier_draws,

    -- who, when
    draw.who,
    draw.committed_at,
    draw.revealed_at,

    -- booleans
    draw.is_matching
from score.draw as draw
inner join fact.contest as contest on contest.contest_no = draw.contest_no
left join fact.entry as entry
    on entry.contest_no = draw.contest_no
    and entry.entry_no = draw.entry_no;

comment on view mart.draws is 'Every draw among entries that share a place, or of workplaces.';
comment on column mart.draws.contest_no is 'Physical key of the contest.';
comment on column mart.draws.contest is 'Contest id.';
comment on column mart.draws.batch_no is 'The act that committed to the seed.';
comment on column mart.draws.reveal_batch_no is 'The act that revealed the seed; null: not yet.';
comment on column mart.draws.entry is 'One of the entries drawn among.';
comment on column mart.draws.name is 'Name; the members of a team; null: gone by now.';
comment on column mart.draws.purpose is 'tie or workplace.';
comment on column mart.draws.commitment is 'SHA-256 of the seed, 64 hexadecimal digits.';
comment on column mart.draws.chain_sha256 is 'Hash of the act that committed, in the chain.';
comment on column mart.draws.seed is 'The seed; null: not revealed.';
comment on column mart.draws.number is
    'SHA-256 of the lines seed, chain_sha256, contest, entry; null: no seed that matches.';
comment on column mart.draws.drawn is
    'Order of the numbers, the least is 1; of workplaces the workplace; null: not drawn.';
comment on column mart.draws.earlier_draws is
    'Draws of the contest for the same purpose before it, taken back or not.';
comment on column mart.draws.who is 'Who committed; null for the public.';
comment on column mart.draws.committed_at is 'When it was committed, UTC.';
comment on column mart.draws.revealed_at is 'When it was revealed, UTC.';
comment on column mart.draws.is_matching is 'The seed is the one committed to; null: not revealed.';
