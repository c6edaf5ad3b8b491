-- fact.draw: a draw among entries that share a place, or of workplaces: committed to before,
-- revealed after.
-- grain: one row per contest_no, batch_no of a draw in force, entry_no drawn among
-- source: docs/draw.md; rulebook BP-15 (the jury decides), BP-17; the seed of a draw is the newest
-- revealed before the next draw for the same purpose. Draws that were taken back are counted: nobody
-- draws until the lot pleases

create or replace view fact.draw as
with
act as (
    select
        contest_no,
        batch_no,
        kind,
        if(kind in ('draw', 'reveal'), 'tie', 'workplace') as purpose,
        kind in ('draw', 'workplace_draw') as is_commitment,
        any_value(who) as who,
        any_value(value) as value
    from fact.decision
    where kind in ('draw', 'reveal', 'workplace_draw', 'workplace_reveal')
    group by contest_no, batch_no, kind
),

draw as (
    select
        contest_no,
        batch_no,
        kind,
        purpose,
        who,
        value as commitment,
        lead(batch_no) over of_contest as next_batch_no
    from act
    where is_commitment
    window of_contest as (partition by contest_no, purpose order by batch_no)
),

revealed as (
    select
        draw.contest_no,
        draw.batch_no,
        max(act.batch_no) as reveal_batch_no,
        max_by(act.value, act.batch_no) as seed
    from draw
    inner join act
        on act.contest_no = draw.contest_no
        and act.purpose = draw.purpose
        and not act.is_commitment
        and act.batch_no > draw.batch_no
        and act.batch_no < coalesce(draw.next_batch_no, 2147483647)
    group by draw.contest_no, draw.batch_no
),

earlier as (
    select
        draw.contest_no,
        draw.batch_no,
        count(distinct written.batch_no) as draws
    from draw
    inner join ledger.decision as written
        on written.contest_no = draw.contest_no
        and written.kind = draw.kind
        and written.batch_no < draw.batch_no
    group by draw.contest_no, draw.batch_no
)

select
    -- ids
    draw.contest_no,
    draw.batch_no,
    decision.entry_no,
    registry.entry,
    revealed.reveal_batch_no,

    -- what
    draw.purpose,
    draw.commitment,
    coalesce(origin.venue_sha256, batch.sha256) as chain_sha256,
    revealed.seed,

    -- who, when
    if(fact.is_staff_of(draw.contest_no), draw.who, null) as who,
    batch.recorded_at as committed_at,
    reveal.recorded_at as revealed_at,

    -- numbers
    coalesce(earlier.draws, 0) as earlier_draws
from draw
inner join fact.decision as decision
    on decision.contest_no = draw.contest_no
    and decision.batch_no = draw.batch_no
    and decision.kind = draw.kind
inner join ledger.entry as registry  -- not fact.entry: who is gone by now was drawn all the same
    on registry.contest_no = decision.contest_no
    and registry.entry_no = decision.entry_no
inner join ledger.batch as batch on batch.batch_no = draw.batch_no
left join ledger.venue_batch as origin on origin.batch_no = draw.batch_no
left join revealed
    on revealed.contest_no = draw.contest_no
    and revealed.batch_no = draw.batch_no
left join ledger.batch as reveal on reveal.batch_no = revealed.reveal_batch_no
left join earlier
    on earlier.contest_no = draw.contest_no
    and earlier.batch_no = draw.batch_no;

comment on view fact.draw is 'A draw among entries that share a place, or of workplaces.';
comment on column fact.draw.contest_no is 'Physical key of the contest.';
comment on column fact.draw.batch_no is 'The act that committed to the seed.';
comment on column fact.draw.entry_no is 'One of the entries drawn among.';
comment on column fact.draw.entry is 'Its id, unique inside its contest.';
comment on column fact.draw.reveal_batch_no is 'The act that revealed the seed; null: not yet.';
comment on column fact.draw.purpose is 'tie or workplace.';
comment on column fact.draw.commitment is 'SHA-256 of the seed, 64 hexadecimal digits.';
comment on column fact.draw.chain_sha256 is
    'Hash of the act that committed, in the chain: known to nobody before it.';
comment on column fact.draw.seed is 'The seed; null: not revealed.';
comment on column fact.draw.who is 'Who committed; null for the public.';
comment on column fact.draw.committed_at is 'When it was committed, UTC.';
comment on column fact.draw.revealed_at is 'When it was revealed, UTC.';
comment on column fact.draw.earlier_draws is
    'Draws of the contest for the same purpose before it, taken back or not.';
