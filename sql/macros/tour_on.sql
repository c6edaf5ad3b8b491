-- score.tour_on: which tour of a ruleset a day belongs to: its number, 0 between two tours, null
-- before the first and after the last.
-- source: rulebook BP-01 (both ends counted)

create or replace macro score.tour_on(hash, day) as (
    select case
        when bool_or(day between starts_on and ends_on)
            then max(tour) filter (day between starts_on and ends_on)
        when bool_or(day > ends_on) and bool_or(day < starts_on) then 0
    end
    from ref.tour
    where ruleset_hash = hash
);
