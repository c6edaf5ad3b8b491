-- no_denominator: a share without a denominator, or with 0: it will have no value.
-- kinds: indicators
-- source: rulebook EX-12 (no data, never 0 %)

select
    staged.source_row,
    coalesce(named.source_column, staged.source_column) as source_column,
    staged.denominator as found
from staged
inner join ref.indicator as indicator on indicator.indicator = staged.indicator
left join staged_column as named on named.field = 'denominator'
where
    indicator.measure in ('share', 'ratio')
    and staged.since is null
    and coalesce(try_cast(staged.denominator as bigint), 0) = 0
order by staged.source_row;
