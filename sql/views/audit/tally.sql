-- audit.tally: the hash of the totals that were reckoned with a batch.
-- grain: one row per batch_no
-- source: LEDGER "Tables" (tally snapshots, heads included, even of empty contests)

create or replace view audit.tally as
with
head as (
    select
        at_batch_no as batch_no,
        concat_ws(chr(31), contest_no, 0, entries) as line
    from tally.contest
),

total as (
    select
        at_batch_no as batch_no,
        concat_ws(
            chr(31),
            contest_no,
            entry_no,
            coalesce(points_sum::varchar, chr(26)),
            coalesce(judge_count::varchar, chr(26)),
            coalesce(place::varchar, chr(26)),
            is_tied,
            coalesce(tie_step::varchar, chr(26)),
            coalesce(tie_reason, chr(26)),
            coalesce(scale::varchar, chr(26)),
            coalesce(scale_method, chr(26)),
            coalesce(award, chr(26)),
            coalesce(decided_by, chr(26)),
            marks,
            marks_expected,
            open_aspects
        ) as line
    from tally.entry_total
),

line as (
    select
        batch_no,
        line
    from head
    union all
    select
        batch_no,
        line
    from total
)

select
    batch_no,
    sha256(string_agg(line, chr(10) order by line)) as tally_sha256
from line
group by batch_no;

comment on view audit.tally is 'The hash of the totals that were reckoned with a batch.';
comment on column audit.tally.batch_no is 'The batch.';
comment on column audit.tally.tally_sha256 is 'SHA-256 over heads and totals.';
