-- audit.contest_digest: what each batch holds of contests and of those who take part.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as audit.fact_digest says

create or replace view audit.contest_digest as
select
    batch_no,
    'contest_fact' as fact,
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
            coalesce(programme::varchar, chr(26)),
            coalesce(season::varchar, chr(26)),
            coalesce(level::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(stream::varchar, chr(26)),
            coalesce(unit::varchar, chr(26)),
            coalesce(edition::varchar, chr(26)),
            coalesce(ruleset_hash::varchar, chr(26)),
            coalesce(starts_on::varchar, chr(26)),
            coalesce(ends_on::varchar, chr(26)),
            coalesce(host::varchar, chr(26)),
            coalesce(max_entries::varchar, chr(26)),
            coalesce(is_archive::varchar, chr(26))
        ) as line
    from ledger.contest_fact
) as lines
group by batch_no

union all

select
    batch_no,
    'organisation' as fact,
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
            coalesce(organisation::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(kind::varchar, chr(26)),
            coalesce(students::varchar, chr(26)),
            coalesce(ownership::varchar, chr(26))
        ) as line
    from ledger.organisation
) as lines
group by batch_no

union all

select
    batch_no,
    'application' as fact,
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
            coalesce(name_no::varchar, chr(26)),
            coalesce(personal_digest::varchar, chr(26)),
            coalesce(no::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(profession::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(industry::varchar, chr(26)),
            coalesce(has_consent::varchar, chr(26)),
            received_on::varchar,  -- these three are null, and left out, in former versions
            has_phones::varchar,
            has_email::varchar
        ) as line
    from ledger.application
) as lines
group by batch_no

union all

select
    batch_no,
    'entry_fact' as fact,
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
            coalesce(name_no::varchar, chr(26)),
            coalesce(personal_digest::varchar, chr(26)),
            coalesce(person::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(is_guest::varchar, chr(26)),
            coalesce(status::varchar, chr(26)),
            is_minor::varchar  -- null, and left out, where no birth date is known
        ) as line
    from ledger.entry_fact
) as lines
group by batch_no

union all

select
    batch_no,
    'expert' as fact,
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
            coalesce(for_contest_no::varchar, chr(26)),
            coalesce(name_no::varchar, chr(26)),
            coalesce(personal_digest::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(employer_kind::varchar, chr(26)),
            coalesce(role::varchar, chr(26)),
            coalesce(conflict::varchar, chr(26))
        ) as line
    from ledger.expert
) as lines
group by batch_no;

comment on view audit.contest_digest is 'Contests and those who take part, of each batch.';
comment on column audit.contest_digest.batch_no is 'The batch.';
comment on column audit.contest_digest.fact is 'Table of the ledger.';
comment on column audit.contest_digest.row_count is 'Rows of facts.';
comment on column audit.contest_digest.digest is 'SHA-256 over the rows in the order of the file.';
