-- score.tour_on: which tour of a ruleset a day belongs to: its number, 0 between two tours, null
-- before the first and after the last.
-- source: rulebook BP-01 (both ends counted). The columns are renamed inside, so that a caller's
-- column of the same name is not taken for them

create or replace macro score.tour_on(hash, day) as (
    select case
        when bool_or(day between tour_start and tour_end)
            then max(tour_no) filter (day between tour_start and tour_end)
        when bool_or(day > tour_end) and bool_or(day < tour_start) then 0
    end
    from (
        select
            ruleset_hash as tour_hash,
            tour as tour_no,
            starts_on as tour_start,
            ends_on as tour_end
        from ref.tour
    ) as tour
    where tour_hash = hash
);
