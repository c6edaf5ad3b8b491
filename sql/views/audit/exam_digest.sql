-- audit.exam_digest: what each batch holds of examinees and of works, as one hash each.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as in audit.fact_digest

create or replace view audit.exam_digest as
select
    batch_no,
    'exam_result' as fact,
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
            coalesce(is_wsk::varchar, chr(26)),
            coalesce(site::varchar, chr(26)),
            coalesce(certificate_from::varchar, chr(26)),
            coalesce(certificate_to::varchar, chr(26)),
            coalesce(score::varchar, chr(26)),
            coalesce(is_present::varchar, chr(26)),
            coalesce(is_student::varchar, chr(26)),
            coalesce(basis::varchar, chr(26))
        ) as line
    from ledger.exam_result
) as lines
group by batch_no

union all

select
    batch_no,
    'work' as fact,
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
            coalesce(received_at::varchar, chr(26)),
            coalesce(pages::varchar, chr(26)),
            coalesce(has_flag::varchar, chr(26))
        ) as line
    from ledger.work
) as lines
group by batch_no;

comment on view audit.exam_digest is 'What each batch holds of examinees and of works.';
comment on column audit.exam_digest.batch_no is 'The batch.';
comment on column audit.exam_digest.fact is 'Table of the ledger.';
comment on column audit.exam_digest.row_count is 'Rows of facts.';
comment on column audit.exam_digest.digest is 'SHA-256 over the rows in the order of the file.';
