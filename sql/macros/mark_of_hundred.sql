-- score.mark_of_hundred: the mean of the judges in points, half up to hundredths: what a list of
-- winners is ordered by.
-- source: rulebook WS-10 (mark of 100, 2 decimals)

create or replace macro score.mark_of_hundred(points_sum, judge_count) as (
    (2 * (points_sum * 1000)::bigint + 10 * judge_count) // (20 * judge_count) * 0.01
)::decimal(7, 2);
