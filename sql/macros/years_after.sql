-- score.years_after: the same day so many years later; 29 February becomes 28 February.
-- source: rulebook IND-17, IND-18, CC-03; EX-19

create or replace macro score.years_after(day, years) as
    cast(day + to_years(years) as date);
