-- Decisions of the package whose value names a batch or a judge, in the numbers of this ledger: a check
-- its sheet, a ruling its appeal and its correction, an act of the jury's register its judges.
-- Reads pack_ledger_decision and merge_*; leaves pack_translated_decision.

create or replace temp table pack_translated_decision as
with
cut as (
    select
        *,
        split_part(value, ' ', 1) as first_word,
        split_part(value, ' ', 2) as second_word,
        split_part(value, ' ', 3) as third_word,
        substr(value, instr(value, ' ') + 1) as later_words
    from pack_ledger_decision
)

select
    cut.* exclude (first_word, second_word, third_word, later_words) replace (
        case cut.kind
            when 'check' then coalesce(batch.centre_no::varchar, cut.value)
            when 'ruling'
                then concat_ws(
                    ' ',
                    coalesce(batch.centre_no::varchar, cut.first_word),
                    cut.second_word,
                    coalesce(correction.centre_no::varchar, nullif(cut.third_word, ''))
                )
            when 'replacement'
                then concat_ws(
                    ' ',
                    coalesce(judge.centre_no::varchar, cut.first_word),
                    coalesce(follower.centre_no::varchar, cut.later_words)
                )
            when 'conflict'
                then concat_ws(' ', coalesce(judge.centre_no::varchar, cut.first_word), cut.later_words)
            when 'conflict_ruling'
                then concat_ws(' ', coalesce(judge.centre_no::varchar, cut.first_word), cut.later_words)
            else cut.value
        end as value
    )
from cut
left join merge_batch as batch on batch.venue_no = try_cast(cut.first_word as integer)
left join merge_batch as correction on correction.venue_no = try_cast(cut.third_word as integer)
left join merge_judge as judge
    on judge.venue_contest_no = cut.contest_no
    and judge.venue_no = try_cast(cut.first_word as integer)
left join merge_judge as follower
    on follower.venue_contest_no = cut.contest_no
    and follower.venue_no = try_cast(cut.later_words as integer);
