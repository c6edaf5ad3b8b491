-- Contests that are as the venue has them whose entries stand here otherwise than there: $answered are
-- the contested ones, $venue those of them that were given to the venue.

with
whole as (
    select distinct line.contest_no
    from merge_line as line
    inner join merge_settled as settled on settled.contest_no = line.contest_no
    where
        line.is_new
        and if(
            list_contains($answered::integer[], line.contest_no),
            list_contains($venue::integer[], line.contest_no),
            settled.taken = 'venue'
        )
),

there as (
    select
        coalesce(merge_contest.centre_no, packed.contest_no) as contest_no,
        coalesce(merge_entry.centre_no, packed.entry_no) as entry_no,
        packed.points_sum,
        packed.judge_count,
        packed.place,
        packed.scale,
        packed.award
    from pack_result as packed
    left join merge_contest on merge_contest.venue_no = packed.contest_no
    left join merge_entry
        on merge_entry.venue_contest_no = packed.contest_no
        and merge_entry.venue_no = packed.entry_no
    semi join whole
        on whole.contest_no = coalesce(merge_contest.centre_no, packed.contest_no)
),

here as (
    select
        total.contest_no,
        total.entry_no,
        total.points_sum,
        total.judge_count,
        total.place,
        total.scale,
        total.award
    from fact.entry_total as total
    semi join whole on whole.contest_no = total.contest_no
)

select distinct registry.contest
from (
    (from there except from here)
    union all
    (from here except from there)
) as difference
inner join ledger.contest as registry on registry.contest_no = difference.contest_no
order by registry.contest
