-- score.term_year: the year a term writes beside its first (1) or last (2) month; null: none.
-- source: rulebook TC-S01 to TC-S13 (months as written have no year)

create or replace macro score.term_year(term, side) as
    try_cast(regexp_extract(split_part(term, '..', side), '^(\d{4})-', 1) as integer);
