-- score.half_of: how many of n go on at the half rule: half, but no fewer than `least`, and never
-- more than there are.
-- source: rulebook CS-20, CS-21 (an odd number is rounded up or down), CS-23 (one or two go on)

create or replace macro score.half_of(n, least_number, rounding) as
    least(n, greatest(least_number, if(rounding = 'up', (n + 1) // 2, n // 2)));
