-- verify_tally: entries of contests whose stored totals are not what the marks give.
-- source: DESIGN 8 (tally against marks)

with
stored as (
    select
        contest_no,
        entry_no,
        points_sum,
        judge_count,
        distance_to_next,
        place,
        is_tied,
        scale,
        award,
        marks,
        marks_expected,
        open_aspects
    from fact.entry_total
    where contest_no between $low and $high and list_contains($contests, contest_no)
),

reckoned as (
    select
        contest_no,
        entry_no,
        points_sum,
        judge_count,
        distance_to_next,
        place,
        is_tied,
        scale,
        award,
        marks,
        marks_expected,
        open_aspects
    from score.entry_tally
    where contest_no between $low and $high and list_contains($contests, contest_no)
)

select distinct
    contest_no,
    entry_no
from (
    (from stored except from reckoned)
    union all
    (from reckoned except from stored)
) as difference
order by contest_no, entry_no
