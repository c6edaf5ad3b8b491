-- entry_in_two_regions: an entry with one region here and another there.
-- kinds: marks, scores, entries
-- needs: staged_region
-- source: CONTRACTS "Words" (an entry has one region)

with
firsts as (
    select
        contest,
        entry,
        arg_min(region, source_row) as region
    from staged
    where region is not null
    group by contest, entry
),

expected as (
    select
        firsts.contest,
        firsts.entry,
        coalesce(min(known.region), any_value(firsts.region)) as region
    from firsts
    left join known_entry as known
        on known.contest = firsts.contest
        and known.entry = firsts.entry
    group by firsts.contest, firsts.entry
),

offending as (
    select distinct
        staged.source_row,
        staged.entry,
        expected.region
    from staged
    inner join expected
        on expected.contest = staged.contest
        and expected.entry = staged.entry
    where staged.region <> expected.region
)

select
    offending.source_row,
    named.source_column,
    any_value(raw.region) as found,
    offending.entry,
    other.name_kk as region_kk,
    other.name_ru as region_ru,
    other.name_en as region_en
from offending
inner join staged_raw as raw on raw.source_row = offending.source_row
inner join ref.region as other on other.region = offending.region
cross join staged_region as named
group by all
order by offending.source_row;
