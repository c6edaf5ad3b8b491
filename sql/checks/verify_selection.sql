-- verify_selection: candidates whose stored standing is not what the facts in force give.
-- source: DESIGN 8 (tally against marks)

with
stored as (
    select
        contest_no,
        variant,
        entry_no,
        step,
        status,
        reason,
        points,
        line,
        total,
        distance,
        place,
        number,
        missing,
        category,
        words,
        reliability,
        is_met
    from fact.selection_standing
    where contest_no between $low and $high and list_contains($contests, contest_no)
),

reckoned as (
    select
        contest_no,
        variant,
        entry_no,
        step,
        status,
        reason,
        points,
        line,
        total,
        distance,
        place,
        number,
        missing,
        category,
        words,
        reliability,
        is_met
    from score.selection_standing
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
