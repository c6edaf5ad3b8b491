-- audit.mark_digest: what each batch holds of marking schemes and marks.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as audit.fact_digest says

create or replace view audit.mark_digest as
select
    batch_no,
    'aspect' as fact,
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
            coalesce(aspect::varchar, chr(26)),
            coalesce(criterion::varchar, chr(26)),
            coalesce(sub_criterion::varchar, chr(26)),
            coalesce(sub_criterion_name::varchar, chr(26)),
            coalesce(day::varchar, chr(26)),
            coalesce(kind::varchar, chr(26)),
            coalesce(description::varchar, chr(26)),
            coalesce(requirement::varchar, chr(26)),
            coalesce(wsos_section::varchar, chr(26)),
            coalesce(wsos_weight::varchar, chr(26)),
            coalesce(max_mark::varchar, chr(26)),
            coalesce(partial_rule::varchar, chr(26))
        ) as line
    from ledger.aspect
) as lines
group by batch_no

union all

select
    batch_no,
    'aspect_descriptor' as fact,
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
            coalesce(aspect::varchar, chr(26)),
            coalesce(score::varchar, chr(26)),
            coalesce(descriptor::varchar, chr(26))
        ) as line
    from ledger.aspect_descriptor
) as lines
group by batch_no

union all

select
    batch_no,
    'mark' as fact,
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
            coalesce(aspect::varchar, chr(26)),
            coalesce(judge_no::varchar, chr(26)),
            coalesce(mark::varchar, chr(26))
        ) as line
    from ledger.mark
) as lines
group by batch_no

union all

select
    batch_no,
    'score' as fact,
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
            coalesce(judge_no::varchar, chr(26)),
            coalesce(criterion::varchar, chr(26)),
            coalesce(points::varchar, chr(26))
        ) as line
    from ledger.score
) as lines
group by batch_no

union all

select
    batch_no,
    'scale_score' as fact,
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
            coalesce(scale::varchar, chr(26)),
            coalesce(award_claimed::varchar, chr(26))
        ) as line
    from ledger.scale_score
) as lines
group by batch_no;

comment on view audit.mark_digest is 'Marking schemes and marks of each batch.';
comment on column audit.mark_digest.batch_no is 'The batch.';
comment on column audit.mark_digest.fact is 'Table of the ledger.';
comment on column audit.mark_digest.row_count is 'Rows of facts.';
comment on column audit.mark_digest.digest is 'SHA-256 over the rows in the order of the file.';
