-- audit.fact_digest: what each batch holds of each kind of fact, as one hash.
-- grain: one row per batch_no, fact
-- source: LEDGER "Writing" (anyone can recompute the chain in the shell); null is written as
-- chr(26), columns are parted by chr(31) and rows by chr(10)

create or replace view audit.fact_digest as
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
            coalesce(has_consent::varchar, chr(26))
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
            coalesce(status::varchar, chr(26))
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
group by batch_no

union all

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
group by batch_no

union all

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
group by batch_no

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.progress_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.movement_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.vacancy_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.exam_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.calendar_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.selection_digest

union all

select
    batch_no,
    fact,
    row_count,
    digest
from audit.document_digest;

comment on view audit.fact_digest is 'What each batch holds of each kind of fact, as one hash.';
comment on column audit.fact_digest.batch_no is 'The batch.';
comment on column audit.fact_digest.fact is 'Table of the ledger.';
comment on column audit.fact_digest.row_count is 'Rows of facts; 0 for the log of force.';
comment on column audit.fact_digest.digest is 'SHA-256 over the rows in the order of the file.';
