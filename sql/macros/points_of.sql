-- score.points_of: an exact total as points with three decimals, halves away from zero.
-- source: rulebook CS-28 (a mean is never rounded before it is compared), CONTRACTS "Time and
-- numbers": totals are kept in 720720ths of a thousandth of a point

create or replace macro score.points_of(key, multiplier, divisor) as
    (((2 * key * multiplier + divisor) // (2 * divisor))::decimal(18, 3) / 1000)::decimal(12, 3);
