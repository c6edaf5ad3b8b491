-- score.month_first: the first day of a month of a school year: September to December lie in the
-- year it begins, January to August in the next, unless the sheet writes a year.
-- source: rulebook TC-S01 to TC-S13, TC-C2, OQ-10

create or replace macro score.month_first(season, month_no, year_no) as
    make_date(coalesce(year_no, season + if(month_no < 9, 1, 0)), month_no, 1);
