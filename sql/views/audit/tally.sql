-- audit.tally: the hash of the totals that were reckoned with a batch.
-- grain: one row per batch_no
-- source: LEDGER "Tables" (tally snapshots, heads included, even of empty contests)
-- Snapshots made before 0010_board, 0017_order, 0018_shown and 0019_standing have been hashed
-- without what those added.

create or replace view audit.tally as
with
head as (
    select
        at_batch_no as batch_no,
        concat_ws(chr(31), contest_no, 0, entries) as former_line,
        concat_ws(
            chr(31),
            coalesce(contest_batch_no::varchar, chr(26)),
            coalesce(is_signed::varchar, chr(26))
        ) as board_line,
        concat_ws(
            chr(31),
            coalesce(ranked::varchar, chr(26)),
            coalesce(is_complete::varchar, chr(26))
        ) as order_line,
        concat_ws(
            chr(31),
            coalesce(contest, chr(26)),
            coalesce(programme, chr(26)),
            coalesce(season::varchar, chr(26)),
            coalesce(level, chr(26)),
            coalesce(ruleset_hash, chr(26)),
            coalesce(is_archive::varchar, chr(26))
        ) as shown_line
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
        ) as former_line,
        coalesce(entry_batch_no::varchar, chr(26)) as board_line,
        coalesce(distance_to_next::varchar, chr(26)) as order_line,
        concat_ws(
            chr(31),
            coalesce(entry, chr(26)),
            coalesce(ord::varchar, chr(26))
        ) as shown_line
    from tally.entry_total
),

selection as (
    select
        at_batch_no as batch_no,
        concat_ws(chr(31), contest_no, standing_batch_no) as standing_line
    from tally.selection
),

standing as (
    select
        at_batch_no as batch_no,
        concat_ws(
            chr(31),
            contest_no,
            variant,
            entry_no,
            step,
            status,
            reason,
            coalesce(points::varchar, chr(26)),
            coalesce(line::varchar, chr(26)),
            coalesce(total::varchar, chr(26)),
            coalesce(distance::varchar, chr(26)),
            coalesce(place::varchar, chr(26)),
            coalesce(number::varchar, chr(26)),
            coalesce(missing, chr(26)),
            coalesce(category, chr(26)),
            coalesce(words::varchar, chr(26)),
            coalesce(reliability::varchar, chr(26)),
            is_met
        ) as standing_line
    from tally.selection_standing
),

line as (
    select
        batch_no,
        former_line,
        board_line,
        order_line,
        shown_line,
        null as standing_line
    from head
    union all
    select
        batch_no,
        former_line,
        board_line,
        order_line,
        shown_line,
        null as standing_line
    from total
    union all
    select
        batch_no,
        null as former_line,
        null as board_line,
        null as order_line,
        null as shown_line,
        standing_line
    from selection
    union all
    select
        batch_no,
        null as former_line,
        null as board_line,
        null as order_line,
        null as shown_line,
        standing_line
    from standing
)

select
    batch_no,
    sha256(
        string_agg(
            concat_ws(chr(31), former_line, board_line, order_line, shown_line, standing_line),
            chr(10)
            order by former_line nulls last, standing_line
        )
    ) as tally_sha256,
    sha256(
        string_agg(
            concat_ws(chr(31), former_line, board_line, order_line, shown_line),
            chr(10)
            order by former_line
        ) filter (where former_line is not null)
    ) as shown_sha256,
    sha256(
        string_agg(
            concat_ws(chr(31), former_line, board_line, order_line), chr(10) order by former_line
        ) filter (where former_line is not null)
    ) as order_sha256,
    sha256(
        string_agg(concat_ws(chr(31), former_line, board_line), chr(10) order by former_line)
            filter (where former_line is not null)
    ) as board_sha256,
    sha256(string_agg(former_line, chr(10) order by former_line)) as former_sha256
from line
group by batch_no;

comment on view audit.tally is 'The hash of the totals that were reckoned with a batch.';
comment on column audit.tally.batch_no is 'The batch.';
comment on column audit.tally.tally_sha256 is 'SHA-256 over heads, totals and standings.';
comment on column audit.tally.shown_sha256 is
    'The same without what 0019_standing added, as it was hashed before that migration.';
comment on column audit.tally.order_sha256 is
    'The same without what 0018_shown added, as it was hashed before that migration.';
comment on column audit.tally.board_sha256 is
    'The same without what 0017_order added, as it was hashed before that migration.';
comment on column audit.tally.former_sha256 is
    'The same without what a board needs beside totals, as versions up to 0.1 hashed it.';
