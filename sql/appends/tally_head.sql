-- The heads of the snapshots: one row a touched contest, even of an empty one. Runs after tally.sql
-- and before the row of the batch, which its hash closes: so it is told what act this is.

insert into tally.contest by name
with
touched as (
    select
        unnest($contests)::integer as contest_no,
        getvariable('as_of')::integer as at_batch_no
),

counted as (
    select
        touched.contest_no,
        touched.at_batch_no,
        count(total.entry_no)::integer as entries,
        count(total.place)::integer as ranked,
        bool_and(total.marks >= total.marks_expected and total.open_aspects = 0) as is_complete
    from touched
    left join tally.entry_total as total
        on total.contest_no = touched.contest_no
        and total.at_batch_no = touched.at_batch_no
    group by touched.contest_no, touched.at_batch_no
),

act as (
    select
        fact.is_change(
            coalesce(undone.kind, $kind), coalesce(undone.sheet_kind, $sheet_kind)
        ) as is_change
    from (select $undoes_batch_no::integer as batch_no) as given
    left join ledger.batch as undone on undone.batch_no = given.batch_no
)

select
    counted.contest_no,
    counted.at_batch_no,
    counted.entries,
    counted.ranked,
    counted.is_complete,
    sign_off.batch_no as contest_batch_no,
    sign_off.is_signed and not act.is_change as is_signed,
    sign_off.contest,
    described.programme,
    described.season,
    described.level,
    sign_off.ruleset_hash,
    sign_off.is_archive
from counted
cross join act
left join score.sign_off as sign_off
    on sign_off.contest_no = counted.contest_no
    and sign_off.contest_no between $low and $high  -- prunes its scans
left join ledger.contest_fact as described
    on described.contest_no = sign_off.contest_no
    and described.batch_no = sign_off.batch_no
order by counted.contest_no;
