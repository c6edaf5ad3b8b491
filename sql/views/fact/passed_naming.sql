-- fact.passed_naming: what was decided about the names of an entry, where it went on with those who
-- came from it to the next level: there it shortens names and never lengthens them, until a newer
-- decision about the entry there.
-- grain: one row per contest_no, entry_no, batch_no of a sheet that names the entry, in force or not,
-- that such a decision goes on to; who may read it is for the reader to ask
-- source: docs/personal.md (minors' names in public). Which entry a sheet's entry comes from is what
-- held when the sheet came: an undo later makes no name longer that is published

create or replace view fact.passed_naming as
with recursive
decided as materialized (
    select
        contest_no,
        entry_no,
        naming,
        batch_no,
        source_row
    from fact.naming
    where entry_no is not null
),

link as (
    select
        contest_no,
        entry_no,
        from_contest_no,
        from_entry_no,
        batch_no,
        batch_no as first_batch_no,
        batch_no as last_batch_no
    from ledger.entry_origin

    union all

    select
        origin.contest_no,
        origin.entry_no,
        origin.from_contest_no,
        origin.from_entry_no,
        origin.batch_no,
        span.first_batch_no,
        span.last_batch_no
    from ledger.entry_origin as origin
    inner join tally.span as span
        on span.contest_no = origin.contest_no
        and span.batch_no = origin.batch_no
),

passed as (
    select
        contest_no,
        entry_no,
        0 as first_batch_no,
        2147483647 as last_batch_no,
        contest_no as from_contest_no,
        entry_no as from_entry_no,
        batch_no as decided_batch_no,
        source_row as decided_row,
        naming
    from decided

    union

    select
        link.contest_no,
        link.entry_no,
        link.first_batch_no,
        link.last_batch_no,
        passed.from_contest_no,
        passed.from_entry_no,
        passed.decided_batch_no,
        passed.decided_row,
        passed.naming
    from passed
    inner join link
        on link.from_contest_no = passed.contest_no
        and link.from_entry_no = passed.entry_no
        and link.batch_no between passed.first_batch_no and passed.last_batch_no
    left join decided as own
        on own.contest_no = link.contest_no
        and own.entry_no = link.entry_no
    where
        own.naming is null
        or (
            (passed.decided_batch_no, passed.decided_row) > (own.batch_no, own.source_row)
            and passed.naming <> own.naming
            and score.stricter_naming(passed.naming, own.naming) = passed.naming
        )
),

newest as (
    select
        sheet.contest_no,
        sheet.entry_no,
        sheet.batch_no,
        max({
            'batch_no': passed.decided_batch_no,
            'source_row': passed.decided_row,
            'contest_no': passed.from_contest_no,
            'entry_no': passed.from_entry_no,
            'naming': passed.naming
        }) as said
    from passed
    inner join ledger.entry_fact as sheet
        on sheet.contest_no = passed.contest_no
        and sheet.entry_no = passed.entry_no
        and sheet.batch_no between passed.first_batch_no and passed.last_batch_no
    where passed.contest_no <> passed.from_contest_no
    group by sheet.contest_no, sheet.entry_no, sheet.batch_no
)

select
    contest_no,
    entry_no,
    batch_no,
    said.naming,
    said.contest_no as from_contest_no,
    said.entry_no as from_entry_no,
    said.batch_no as decided_batch_no,
    said.source_row as decided_row
from newest
where said.naming in ('short', 'minors');

comment on view fact.passed_naming is
    'What was decided about the names of an entry, where it goes on to the next level.';
comment on column fact.passed_naming.contest_no is 'Physical key of the contest.';
comment on column fact.passed_naming.entry_no is 'Key of the entry inside its contest.';
comment on column fact.passed_naming.batch_no is 'The sheet that names the entry.';
comment on column fact.passed_naming.naming is 'short or minors.';
comment on column fact.passed_naming.from_contest_no is 'The contest it was decided in.';
comment on column fact.passed_naming.from_entry_no is 'The entry there.';
comment on column fact.passed_naming.decided_batch_no is 'The act that decided it.';
comment on column fact.passed_naming.decided_row is 'Row of a sheet of decisions; 0: by hand.';
