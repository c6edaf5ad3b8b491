-- verify_tally: entries of one contest whose stored totals are not what the marks give.
-- source: DESIGN 8 (tally against marks)

with
stored as (
    select
        entry_no,
        points_sum,
        judge_count,
        place,
        is_tied,
        scale,
        award,
        marks,
        marks_expected,
        open_aspects
    from fact.entry_total
    where contest_no = $contest_no
),

reckoned as (
    select
        entry_no,
        points_sum,
        judge_count,
        place,
        is_tied,
        scale,
        award,
        marks,
        marks_expected,
        open_aspects
    from score.entry_tally
    where contest_no = $contest_no
)

select distinct entry_no
from (
    (from stored except from reckoned)
    union all
    (from reckoned except from stored)
) as difference
order by entry_no
