-- score.round_hides: whether a value rounded to 1 / step seems to be on the other side of a limit.
-- source: rulebook EX-13 (39.96 % must not be shown as 40.0 % where 40 % is wanted). Null limits
-- hide nothing

create or replace macro score.round_hides(scale, numerator, denominator, least, most, step) as (
    coalesce(
        ((2 * step * scale * numerator::hugeint + denominator) // (2 * denominator) >= step * least)
        <> (scale * numerator >= least * denominator),
        false
    )
    or coalesce(
        ((2 * step * scale * numerator::hugeint + denominator) // (2 * denominator) <= step * most)
        <> (scale * numerator <= most * denominator),
        false
    )
);
