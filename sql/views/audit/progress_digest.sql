-- audit.progress_digest: what each batch holds of indicators and centres, as one hash a kind.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; in the shape of audit.fact_digest, which takes it up

create or replace view audit.progress_digest as
select
    batch_no,
    'indicator_value' as fact,
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
            coalesce(indicator::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(period::varchar, chr(26)),
            coalesce(numerator::varchar, chr(26)),
            coalesce(denominator::varchar, chr(26)),
            coalesce(since::varchar, chr(26)),
            coalesce(as_of::varchar, chr(26)),
            coalesce(source::varchar, chr(26))
        ) as line
    from ledger.indicator_value
) as lines
group by batch_no

union all

select
    batch_no,
    'centre_item' as fact,
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
            coalesce(ruleset_hash::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(profile::varchar, chr(26)),
            coalesce(item::varchar, chr(26)),
            coalesce(state::varchar, chr(26)),
            coalesce(basis::varchar, chr(26)),
            coalesce(evidence::varchar, chr(26)),
            coalesce(done_on::varchar, chr(26)),
            coalesce(valid_to::varchar, chr(26)),
            coalesce(checked_on::varchar, chr(26))
        ) as line
    from ledger.centre_item
) as lines
group by batch_no

union all

select
    batch_no,
    'indicator_target' as fact,
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
            coalesce(indicator::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(year::varchar, chr(26)),
            coalesce(minimum::varchar, chr(26)),
            coalesce(maximum::varchar, chr(26)),
            coalesce(source::varchar, chr(26)),
            coalesce(former_batch_no::varchar, chr(26))
        ) as line
    from ledger.indicator_target
) as lines
group by batch_no;

comment on view audit.progress_digest is 'What each batch holds of indicators and centres.';
comment on column audit.progress_digest.batch_no is 'The batch.';
comment on column audit.progress_digest.fact is 'Table of the ledger.';
comment on column audit.progress_digest.row_count is 'Rows of facts.';
comment on column audit.progress_digest.digest is 'SHA-256 over the rows in the order of the file.';
