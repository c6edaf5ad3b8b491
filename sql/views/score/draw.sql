-- score.draw: what a draw says: each entry's number, and their order.
-- grain: one row per contest_no, batch_no, entry_no of fact.draw
-- source: docs/draw.md: the number of an entry is the SHA-256 of four lines: the seed, the hash of
-- the act that committed to it, the contest, the entry. The least number is drawn first

create or replace view score.draw as
with
numbered as (
    select
        draw.contest_no,
        draw.batch_no,
        draw.entry_no,
        draw.entry,
        draw.reveal_batch_no,
        draw.purpose,
        draw.commitment,
        draw.chain_sha256,
        draw.seed,
        draw.who,
        draw.committed_at,
        draw.revealed_at,
        draw.earlier_draws,
        sha256(draw.seed) = draw.commitment as is_matching,
        case
            when sha256(draw.seed) = draw.commitment
                then sha256(
                    concat_ws(
                        chr(10), draw.seed, draw.chain_sha256, contest.contest, draw.entry
                    )
                )
        end as number
    from fact.draw as draw
    inner join fact.contest as contest on contest.contest_no = draw.contest_no
)

select
    -- ids
    contest_no,
    batch_no,
    entry_no,
    entry,
    reveal_batch_no,

    -- what
    purpose,
    commitment,
    chain_sha256,
    seed,
    number,

    -- who, when
    who,
    committed_at,
    revealed_at,

    -- numbers
    earlier_draws,
    if(number is not null, rank() over by_number, null) as drawn,

    -- booleans
    is_matching
from numbered
window by_number as (partition by contest_no, batch_no order by number);

comment on view score.draw is 'What a draw says: the number of each entry, and their order.';
comment on column score.draw.contest_no is 'Physical key of the contest.';
comment on column score.draw.batch_no is 'The act that committed to the seed.';
comment on column score.draw.entry_no is 'One of the entries drawn among.';
comment on column score.draw.entry is 'Its id, unique inside its contest.';
comment on column score.draw.reveal_batch_no is 'The act that revealed the seed; null: not yet.';
comment on column score.draw.purpose is 'tie or workplace.';
comment on column score.draw.commitment is 'SHA-256 of the seed, 64 hexadecimal digits.';
comment on column score.draw.chain_sha256 is 'Hash of the act that committed, in the chain.';
comment on column score.draw.seed is 'The seed; null: not revealed.';
comment on column score.draw.number is
    'Number of the entry, 64 hexadecimal digits; null: no seed that matches.';
comment on column score.draw.who is 'Who committed; null for the public.';
comment on column score.draw.committed_at is 'When it was committed, UTC.';
comment on column score.draw.revealed_at is 'When it was revealed, UTC.';
comment on column score.draw.earlier_draws is
    'Draws of the contest for the same purpose before it, taken back or not.';
comment on column score.draw.drawn is '1 is drawn first; null: no seed that matches.';
comment on column score.draw.is_matching is
    'The seed is the one committed to; null: not revealed.';
