-- score.percent_hundredths: points as percent of the greatest points, in hundredths of a percent,
-- rounded half up in whole numbers (a quotient of decimals is a double).
-- source: rulebook worldskills_scoring "Demonstration-exam grades" (percent to two decimals)

create or replace macro score.percent_hundredths(points, max_points) as
    (20000 * (points * 1000)::bigint + (max_points * 1000)::bigint)
    // (2 * (max_points * 1000)::bigint);
