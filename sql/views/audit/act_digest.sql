-- audit.act_digest: what each batch decides, publishes, puts in force and numbers.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing"; written as audit.fact_digest says

create or replace view audit.act_digest as
select
    batch_no,
    'decision' as fact,
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
            coalesce(kind::varchar, chr(26)),
            coalesce(subject::varchar, chr(26)),
            coalesce(value::varchar, chr(26)),
            coalesce(who::varchar, chr(26)),
            coalesce(reason::varchar, chr(26)),
            coalesce(decided_at::varchar, chr(26))
        ) as line
    from ledger.decision
) as lines
group by batch_no

union all

select
    batch_no,
    'publication' as fact,
    count(*) as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, published_batch_no) as line
    from ledger.publication
) as lines
group by batch_no

union all

select
    batch_no,
    'force' as fact,
    0 as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, subject_batch_no, is_in_force) as line
    from ledger.force
) as lines
group by batch_no

union all

select
    batch_no,
    'ruleset' as fact,
    0 as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), ruleset_hash, ruleset, content) as line
    from ledger.ruleset
) as lines
group by batch_no

union all

select
    batch_no,
    'registry_contest' as fact,
    0 as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, contest) as line
    from ledger.contest
) as lines
group by batch_no

union all

select
    batch_no,
    'registry_entry' as fact,
    0 as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, entry_no, entry) as line
    from ledger.entry
) as lines
group by batch_no

union all

select
    batch_no,
    'registry_judge' as fact,
    0 as row_count,
    sha256(string_agg(line, chr(10) order by line)) as digest
from (
    select
        batch_no,
        concat_ws(chr(31), contest_no, judge_no, judge_digest) as line
    from ledger.judge
) as lines
group by batch_no;

comment on view audit.act_digest is
    'What each batch decides, publishes, puts in force and numbers.';
comment on column audit.act_digest.batch_no is 'The batch.';
comment on column audit.act_digest.fact is 'Table of the ledger.';
comment on column audit.act_digest.row_count is 'Rows of facts; 0 for what no sheet brings.';
comment on column audit.act_digest.digest is 'SHA-256 over the rows in the order of the file.';
