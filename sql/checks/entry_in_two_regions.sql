-- entry_in_two_regions: an entry with one region here and another there.
-- kinds: marks, scores, entries
-- source: CONTRACTS "Words" (an entry has one region)

with
regions as (
    select
        contest,
        entry,
        region
    from known_entry
    where region is not null
),

firsts as (
    select
        contest,
        entry,
        arg_min(region, source_row) as region
    from staged
    where region is not null
    group by contest, entry
)

select
    staged.source_row,
    named.source_column,
    raw.region as found,
    staged.entry,
    other.name_kk as region_kk,
    other.name_ru as region_ru,
    other.name_en as region_en
from staged
inner join staged_raw as raw on raw.source_row = staged.source_row
inner join staged_column as named on named.field = 'region'
inner join firsts
    on firsts.contest = staged.contest
    and firsts.entry = staged.entry
left join regions
    on regions.contest = staged.contest
    and regions.entry = staged.entry
inner join ref.region as other on other.region = coalesce(regions.region, firsts.region)
where staged.region <> other.region
group by all
order by staged.source_row;
