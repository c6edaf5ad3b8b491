-- audit.movement_digest: what each batch holds of the facts of the movement, as one hash.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; the shape of audit.fact_digest, which selects from it

create or replace view audit.movement_digest as
select
    batch_no,
    'entry_origin' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by source_row, source_column, line)) as digest
from (
    select
        batch_no,
        source_row,
        source_column,
        concat_ws(
            chr(31),
            coalesce(contest_no::varchar, chr(26)),
            coalesce(source_sheet::varchar, chr(26)),
            coalesce(source_row::varchar, chr(26)),
            coalesce(source_column::varchar, chr(26)),
            coalesce(entry_no::varchar, chr(26)),
            coalesce(from_contest_no::varchar, chr(26)),
            coalesce(from_entry_no::varchar, chr(26))
        ) as line
    from ledger.entry_origin
) as lines
group by batch_no;

comment on view audit.movement_digest is
    'What each batch holds of the facts of the movement, as one hash.';
comment on column audit.movement_digest.batch_no is 'The batch.';
comment on column audit.movement_digest.fact is 'Kind of fact.';
comment on column audit.movement_digest.row_count is 'Rows of facts.';
comment on column audit.movement_digest.digest is 'SHA-256 of the rows.';
