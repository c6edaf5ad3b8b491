-- audit.vacancy_digest: what each batch holds of posts and of answers, as one hash each.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as in audit.fact_digest

create or replace view audit.vacancy_digest as
select
    batch_no,
    'vacancy' as fact,
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
            coalesce(post::varchar, chr(26)),
            coalesce(organisation::varchar, chr(26)),
            coalesce(region::varchar, chr(26)),
            coalesce(units::varchar, chr(26)),
            coalesce(published_on::varchar, chr(26)),
            coalesce(deadline_days::varchar, chr(26)),
            coalesce(is_english::varchar, chr(26))
        ) as line
    from ledger.vacancy
) as lines
group by batch_no

union all

select
    batch_no,
    'candidate_answer' as fact,
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
            coalesce(form::varchar, chr(26)),
            coalesce(criterion::varchar, chr(26)),
            coalesce(option::varchar, chr(26)),
            coalesce(amount::varchar, chr(26)),
            coalesce(event_date::varchar, chr(26)),
            coalesce(claimed::varchar, chr(26)),
            coalesce(verified::varchar, chr(26)),
            coalesce(has_evidence::varchar, chr(26)),
            coalesce(channel::varchar, chr(26))
        ) as line
    from ledger.candidate_answer
) as lines
group by batch_no;

comment on view audit.vacancy_digest is 'What each batch holds of posts and of answers.';
comment on column audit.vacancy_digest.batch_no is 'The batch.';
comment on column audit.vacancy_digest.fact is 'Table of the ledger.';
comment on column audit.vacancy_digest.row_count is 'Rows of facts.';
comment on column audit.vacancy_digest.digest is 'SHA-256 over the rows in the order of the file.';
