-- audit.selection_digest: what each batch holds of results of steps, as one hash.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as in audit.fact_digest

create or replace view audit.selection_digest as
select
    batch_no,
    'selection_result' as fact,
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
            coalesce(step::varchar, chr(26)),
            coalesce(part::varchar, chr(26)),
            coalesce(member::varchar, chr(26)),
            coalesce(score::varchar, chr(26)),
            coalesce(category::varchar, chr(26)),
            coalesce(seniority_days::varchar, chr(26)),
            coalesce(education::varchar, chr(26)),
            coalesce(status::varchar, chr(26)),
            coalesce(violation::varchar, chr(26)),
            coalesce(epoch_us(happened_at)::varchar, chr(26))
        ) as line
    from ledger.selection_result
) as lines
group by batch_no;

comment on view audit.selection_digest is 'What each batch holds of results of steps.';
comment on column audit.selection_digest.batch_no is 'The batch.';
comment on column audit.selection_digest.fact is 'Table of the ledger.';
comment on column audit.selection_digest.row_count is 'Rows of facts.';
comment on column audit.selection_digest.digest is
    'SHA-256 over the rows in the order of the file.';
