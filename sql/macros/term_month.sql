-- score.term_month: a month of a term as the sheet reader writes it, 10..11 or 2022-12..2023-01:
-- the first (1) or the last (2).
-- source: rulebook TC-S01 to TC-S13

create or replace macro score.term_month(term, side) as
    try_cast(right(split_part(term, '..', side), 2) as integer);
