-- score.share_seats: what if the places were shared out by weight: so many for each region, with
-- a floor and a cap.
-- source: rulebook WS-10 [D] (what-if of the quota). $weights is a list of structs of region and
-- weight (whole, not negative); method is one of
--   largest_remainder  proportional shares inside floor and cap, whole parts first, then the
--                      greatest fractions
--   sainte_lague       the place with the greatest weight / (2 k - 1), k the number of the place
--   dhondt             the place with the greatest weight / k
-- In all of them the floor comes first and nobody is above the cap. Everything is whole numbers:
-- fractions are compared over one denominator, or in 1e-12 parts, which keeps equal ones equal.
-- seats counts only places that are certain; who ties for the last of them is_tied, seats_tied is
-- how many those together still get. Too few places for the floors: seats is null

create or replace macro score.share_seats(weights, method, total, floor, cap) as table
with
given as (
    select
        listed.one.region as region,
        listed.one.weight::hugeint as weight,
        floor::hugeint as low,
        coalesce(cap, total)::hugeint as high,
        total::hugeint as places,
        count(*) over () * floor <= total and floor <= coalesce(cap, total) as is_possible
    from unnest(weights) as listed (one)
),

breakpoint as (
    -- where the share of a region leaves its floor or reaches its cap, as a fraction bound / weight
    select distinct
        unnest([low, high]) as bound,
        weight as over_weight
    from given
    where weight > 0
),

filled as (
    select
        breakpoint.bound,
        breakpoint.over_weight,
        sum(
            greatest(
                given.low * breakpoint.over_weight,
                least(given.high * breakpoint.over_weight, breakpoint.bound * given.weight)
            )
        ) as taken,
        any_value(given.places) * breakpoint.over_weight as wanted
    from breakpoint
    cross join given
    group by breakpoint.bound, breakpoint.over_weight
),

last_fit as (
    -- of the fractions that do not give out too much the greatest: it gives out the most
    select
        bound,
        over_weight
    from filled
    where taken <= wanted
    order by
        taken * 1000000000000000 // over_weight desc,
        bound * 1000000000000000 // over_weight desc
    limit 1
),

active as (
    select
        given.region,
        given.weight,
        given.low,
        given.high,
        given.places,
        last_fit.bound * given.weight >= given.low * last_fit.over_weight
            and last_fit.bound * given.weight < given.high * last_fit.over_weight as is_active,
        last_fit.bound * given.weight >= given.high * last_fit.over_weight as is_full
    from given
    left join last_fit on true
),

proportional as (
    select
        region,
        case
            when is_active then weight * rest // of_weight
            when is_full then high
            else low
        end as whole,
        case when is_active then weight * rest % of_weight else 0 end as fraction
    from (
        select
            region,
            weight,
            low,
            high,
            is_active and weight > 0 as is_active,
            is_full,
            places - sum(
                case when is_active and weight > 0 then 0 when is_full then high else low end
            ) over () as rest,
            sum(if(is_active, weight, 0)) over () as of_weight
        from active
    ) as rested
),

claim as (
    -- every place above what is certain, with how strong the claim to it is
    select
        region,
        fraction as strength
    from proportional
    where
        method = 'largest_remainder'
        and fraction > 0

    union all

    select
        region,
        weight * 1000000000000 // if(method = 'dhondt', number, 2 * number - 1) as strength
    from (
        select
            region,
            weight,
            unnest(range((low + 1)::bigint, (high + 1)::bigint)) as number
        from given
        where weight > 0
    ) as numbered
    where method in ('sainte_lague', 'dhondt')
),

certain as (
    select
        given.region,
        if(method = 'largest_remainder', proportional.whole, given.low) as seats
    from given
    inner join proportional on proportional.region = given.region
),

ranked as (
    select
        claim.region,
        rank() over by_strength as first_rank,
        count(*) over peers + rank() over by_strength - 1 as last_rank,
        total - (select sum(certain.seats) from certain) as left_over
    from claim
    window
        by_strength as (order by claim.strength desc),
        peers as (partition by claim.strength)
),

settled as (
    select
        region,
        count(*) filter (last_rank <= left_over) as won,
        bool_or(first_rank <= left_over and last_rank > left_over) as is_tied,
        max(left_over - first_rank + 1) filter (
            first_rank <= left_over and last_rank > left_over
        ) as seats_tied
    from ranked
    group by region
)

select
    given.region,
    given.weight::bigint as weight,
    if(given.is_possible, certain.seats + coalesce(settled.won, 0), null)::integer as seats,
    given.is_possible and coalesce(settled.is_tied, false) as is_tied,
    if(given.is_possible, coalesce(settled.seats_tied, 0), 0)::integer as seats_tied
from given
inner join certain on certain.region = given.region
left join settled on settled.region = given.region;
