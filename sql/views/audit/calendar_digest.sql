-- audit.calendar_digest: what each batch holds of planned contests and events, as one hash.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing" (anyone can recompute the chain in the shell); null is written as
-- chr(26), columns are parted by chr(31) and rows by chr(10)

create or replace view audit.calendar_digest as
select
    batch_no,
    'schedule_item' as fact,
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
            coalesce(no::varchar, chr(26)),
            coalesce(programme::varchar, chr(26)),
            coalesce(season::varchar, chr(26)),
            coalesce(level::varchar, chr(26)),
            coalesce(unit::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(base::varchar, chr(26)),
            coalesce(term::varchar, chr(26)),
            coalesce(first_month::varchar, chr(26)),
            coalesce(first_year::varchar, chr(26)),
            coalesce(last_month::varchar, chr(26)),
            coalesce(last_year::varchar, chr(26)),
            coalesce(starts_on::varchar, chr(26)),
            coalesce(ends_on::varchar, chr(26)),
            coalesce(ruleset_hash::varchar, chr(26))
        ) as line
    from ledger.schedule_item
) as lines
group by batch_no

union all

select
    batch_no,
    'event' as fact,
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
            coalesce(event::varchar, chr(26)),
            coalesce(programme::varchar, chr(26)),
            coalesce(season::varchar, chr(26)),
            coalesce(level::varchar, chr(26)),
            coalesce(title::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(place::varchar, chr(26)),
            coalesce(term::varchar, chr(26)),
            coalesce(first_month::varchar, chr(26)),
            coalesce(first_year::varchar, chr(26)),
            coalesce(last_month::varchar, chr(26)),
            coalesce(last_year::varchar, chr(26)),
            coalesce(starts_on::varchar, chr(26)),
            coalesce(ends_on::varchar, chr(26)),
            coalesce(state::varchar, chr(26)),
            coalesce(repeats::varchar, chr(26)),
            coalesce(note::varchar, chr(26)),
            coalesce(ruleset_hash::varchar, chr(26))
        ) as line
    from ledger.event
) as lines
group by batch_no;

comment on view audit.calendar_digest is 'Planned contests and events of each batch, as one hash.';
comment on column audit.calendar_digest.batch_no is 'The batch.';
comment on column audit.calendar_digest.fact is 'Table of the ledger.';
comment on column audit.calendar_digest.row_count is 'Rows of facts.';
comment on column audit.calendar_digest.digest is 'SHA-256 over the rows in the order of the file.';
