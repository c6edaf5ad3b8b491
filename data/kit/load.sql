-- Puts the facts of the kit into the tables that the views read. The schema `kit` has one table a
-- file of facts/, all cells as text; what the kit does not say stays null.

insert into ledger.contest by name
select contest_no, contest
from kit.contest;

insert into ledger.contest_fact by name
select
    contest_no, batch_no, programme, season, level, region, organisation, stream, unit, edition,
    ruleset_hash, starts_on, ends_on, host, is_archive
from kit.contest;

insert into ledger.entry by name
select distinct contest_no, entry_no, entry
from kit.entries;

insert into private.name by name
select name_no, name
from kit.entries;

insert into ledger.entry_fact by name
select
    contest_no, batch_no, source_row, entry_no, name_no, region, organisation, is_guest, status
from kit.entries;

insert into private.shown_entry by name
select contest_no, entry_no, batch_no, name, region, organisation, members, is_guest, status
from audit.shown_entry;

insert into ledger.aspect by name
select contest_no, batch_no, aspect, criterion, sub_criterion, kind, max_mark
from kit.aspects;

insert into ledger.mark by name
select contest_no, batch_no, source_row, entry_no, aspect, judge_no, mark
from kit.marks;

insert into ledger.score by name
select contest_no, batch_no, source_row, entry_no, judge_no, criterion, points
from kit.scores;

insert into ledger.scale_score by name
select contest_no, batch_no, entry_no, scale
from kit.scale_scores;

insert into ledger.decision by name
select contest_no, batch_no, source_row, entry_no, kind, value
from kit.decisions;

insert into ledger.work by name
select contest_no, batch_no, entry_no, received_at, pages
from kit.works;

insert into ledger.batch by name
select batch_no, kind, sheet_kind, undoes_batch_no, recorded_at, sha256
from kit.batches;

insert into tally.span by name
select
    contest.contest_no,
    batch.batch_no,
    batch.batch_no as first_batch_no,
    2147483647 as last_batch_no
from kit.batches as batch
cross join kit.contest as contest
where batch.is_in_force = 'true';
