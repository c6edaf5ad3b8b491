-- score.school_year: the year in which the school year of a day begins, September to August.
-- source: rulebook TC-C2; CONTRACTS "Ids" (season)

create or replace macro score.school_year(day) as
    (year(day) - if(month(day) < 9, 1, 0))::integer;
