-- out_of_range: a number outside the range of its field.
-- kinds: all
-- needs: staged_doubt
-- source: CONTRACTS "Sheet formats" (ranges)

select
    source_row,
    source_column,
    found,
    field,
    try_cast(minimum as decimal(18, 6)) as minimum,
    try_cast(maximum as decimal(18, 6)) as maximum,
    decimals
from staged_doubt
where
    type in ('decimal', 'integer', 'season')
    and value is not null
    and (
        try_cast(value as decimal(38, 6)) is null
        or try_cast(value as decimal(38, 6)) > try_cast(maximum as decimal(18, 6))
        or (
            try_cast(value as decimal(38, 6)) < try_cast(minimum as decimal(18, 6))
            and not (
                try_cast(value as decimal(38, 6)) < 0
                and try_cast(minimum as decimal(18, 6)) = 0
            )
        )
    )
order by source_row, source_column;
