-- mart.reveal: what is called out at the ceremony of a contest, step by step, the lowest award first
-- and the best place last; who shares a place is called out together.
-- grain: one row per contest_no, entry_no with an award above a certificate, of contests whose result
-- is final
-- source: rulebook WM-12 (a shared place stays shared), WM-30 to WM-35, BP-17, BP-18; DESIGN 1. Awards
-- without an order among their holders (medallion, laureate, nominee) are one step

create or replace view mart.reveal as
with
called as (
    select
        board.contest_no,
        board.contest,
        board.entry_no,
        board.entry,
        board.name,
        board.region,
        board.region_name,
        board.organisation,
        board.place,
        board.total,
        board.scale,
        board.award,
        board.is_tied,
        board.award in ('medallion', 'laureate', 'nominee') as is_group,
        coalesce(award.ord, 1000) as ord
    from mart.leaderboard as board
    inner join fact.contest as contest on contest.contest_no = board.contest_no
    left join ref.award_rule as award
        on award.ruleset_hash = contest.ruleset_hash
        and award.award = board.award
    where
        board.status = 'final'
        and board.award <> 'certificate'
)

select
    -- ids
    contest_no,
    contest,
    dense_rank() over (
        partition by contest_no
        order by
            ord desc,
            if(is_group, 0, coalesce(place, 0)) desc
    ) as step,
    entry_no,
    entry,

    -- who
    name,
    region,
    region_name,
    organisation,

    -- what
    award,
    place,
    total,
    scale,

    -- booleans
    not is_group and is_tied as is_tied,
    is_group
from called;

comment on view mart.reveal is 'What is called out at the ceremony of a contest, step by step.';
comment on column mart.reveal.contest_no is 'Physical key of the contest.';
comment on column mart.reveal.contest is 'Contest id.';
comment on column mart.reveal.step is '1 is called out first; one award and place, or one group.';
comment on column mart.reveal.entry_no is 'Key of the entry inside its contest.';
comment on column mart.reveal.entry is 'Entry id, unique inside its contest.';
comment on column mart.reveal.name is 'Name; the members of a team; null: erased or none.';
comment on column mart.reveal.region is 'ISO code of the own region, or member code.';
comment on column mart.reveal.region_name is 'Short name of the region in the reader language.';
comment on column mart.reveal.organisation is 'Own organisation.';
comment on column mart.reveal.award is 'Award code; never certificate.';
comment on column mart.reveal.place is '1 is best; null: not ranked. Not called out in a group.';
comment on column mart.reveal.total is 'Points; null: no total.';
comment on column mart.reveal.scale is 'Whole score on the standard scale; null: none.';
comment on column mart.reveal.is_tied is 'Shares its place.';
comment on column mart.reveal.is_group is 'Called out together: the award has no order of its own.';
