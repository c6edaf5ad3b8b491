-- cut: leaves a ledger as it was when batch getvariable('as_of') was the newest.
-- source: LEDGER "Tables" (every fact carries its batch); a name, a key or a file that nothing left
-- refers to goes too. Nothing is brought back that was erased: no ledger is cut below an erasure

delete from ledger.application where batch_no > getvariable('as_of')::integer;
delete from ledger.aspect where batch_no > getvariable('as_of')::integer;
delete from ledger.aspect_descriptor where batch_no > getvariable('as_of')::integer;
delete from ledger.attached_signature where batch_no > getvariable('as_of')::integer;
delete from ledger.batch where batch_no > getvariable('as_of')::integer;
delete from ledger.candidate_answer where batch_no > getvariable('as_of')::integer;
delete from ledger.centre_item where batch_no > getvariable('as_of')::integer;
delete from ledger.contest where batch_no > getvariable('as_of')::integer;
delete from ledger.contest_fact where batch_no > getvariable('as_of')::integer;
delete from ledger.decision where batch_no > getvariable('as_of')::integer;
delete from ledger.document where batch_no > getvariable('as_of')::integer;
delete from ledger.entry where batch_no > getvariable('as_of')::integer;
delete from ledger.entry_fact where batch_no > getvariable('as_of')::integer;
delete from ledger.entry_origin where batch_no > getvariable('as_of')::integer;
delete from ledger.event where batch_no > getvariable('as_of')::integer;
delete from ledger.exam_result where batch_no > getvariable('as_of')::integer;
delete from ledger.expert where batch_no > getvariable('as_of')::integer;
delete from ledger.force where batch_no > getvariable('as_of')::integer;
delete from ledger.indicator_target where batch_no > getvariable('as_of')::integer;
delete from ledger.indicator_value where batch_no > getvariable('as_of')::integer;
delete from ledger.judge where batch_no > getvariable('as_of')::integer;
delete from ledger.mark where batch_no > getvariable('as_of')::integer;
delete from ledger.merge where batch_no > getvariable('as_of')::integer;
delete from ledger.merge_take where batch_no > getvariable('as_of')::integer;
delete from ledger.organisation where batch_no > getvariable('as_of')::integer;
delete from ledger.publication where batch_no > getvariable('as_of')::integer;
delete from ledger.revocation where batch_no > getvariable('as_of')::integer;
delete from ledger.ruleset where batch_no > getvariable('as_of')::integer;
delete from ledger.scale_score where batch_no > getvariable('as_of')::integer;
delete from ledger.schedule_item where batch_no > getvariable('as_of')::integer;
delete from ledger.score where batch_no > getvariable('as_of')::integer;
delete from ledger.selection_result where batch_no > getvariable('as_of')::integer;
delete from ledger.vacancy where batch_no > getvariable('as_of')::integer;
delete from ledger.venue_batch where batch_no > getvariable('as_of')::integer;
delete from ledger.work where batch_no > getvariable('as_of')::integer;

delete from tally.contest where at_batch_no > getvariable('as_of')::integer;
delete from tally.entry_total where at_batch_no > getvariable('as_of')::integer;
delete from tally.selection where at_batch_no > getvariable('as_of')::integer;
delete from tally.selection_standing where at_batch_no > getvariable('as_of')::integer;
delete from tally.span where first_batch_no > getvariable('as_of')::integer;

update tally.span
set last_batch_no = 2147483647
where last_batch_no >= getvariable('as_of')::integer;

delete from app.verified where batch_no > getvariable('as_of')::integer;

delete from private.shown_entry where batch_no > getvariable('as_of')::integer;

delete from private.judge
where
    (contest_no, judge_no) not in (
        select (judge.contest_no, judge.judge_no)
        from ledger.judge as judge
    );

delete from private.document
where
    document not in (
        select issued.document
        from ledger.document as issued
    );

create temp table cut_name as
select name_no from ledger.entry_fact where name_no is not null
union
select name_no from ledger.application where name_no is not null
union
select name_no from ledger.expert where name_no is not null;

delete from private.name where name_no not in (select kept.name_no from cut_name as kept);
delete from private.key where name_no not in (select kept.name_no from cut_name as kept);
delete from private.contact where name_no not in (select kept.name_no from cut_name as kept);

drop table cut_name;

create temp table cut_file as
select file_sha256 from ledger.batch where file_sha256 is not null
union
select stored_sha256 from ledger.batch where stored_sha256 is not null;

delete from ledger.original where file_sha256 not in (select kept.file_sha256 from cut_file as kept);
delete from private.file_key where file_sha256 not in (select kept.file_sha256 from cut_file as kept);

drop table cut_file;

-- a decision about names that was cut away holds no more; one that was undone after it holds again
update private.shown_entry as shown
set
    naming = now.naming,
    public_name = now.public_name
from audit.shown_entry as now
where
    now.contest_no = shown.contest_no
    and now.entry_no = shown.entry_no
    and now.batch_no = shown.batch_no;

-- what was deleted lies in free blocks until the file is written anew, at its next opening
insert into app.erasure by name
select getvariable('as_of')::integer as batch_no;
