-- What a board needs beside its totals, kept with each snapshot: the batch that says what the
-- contest is, whether its signature holds, and the batch that says who each entry is. Snapshots of
-- former versions are completed here from the log of force; their hashes leave these columns out.
-- Only what DuckLake has too.

alter table tally.contest add column contest_batch_no integer;  -- null: no facts of it in force
alter table tally.contest add column is_signed boolean;
alter table tally.entry_total add column entry_batch_no integer;

create temp table in_force as
select
    head.contest_no,
    head.at_batch_no,
    force.subject_batch_no as batch_no
from tally.contest as head
inner join ledger.force as force
    on force.contest_no = head.contest_no
    and force.batch_no <= head.at_batch_no
group by head.contest_no, head.at_batch_no, force.subject_batch_no
having max_by(force.is_in_force, force.batch_no);

create temp table described as
select
    in_force.contest_no,
    in_force.at_batch_no,
    max(contest.batch_no) as contest_batch_no
from in_force
inner join ledger.contest_fact as contest
    on contest.contest_no = in_force.contest_no
    and contest.batch_no = in_force.batch_no
group by in_force.contest_no, in_force.at_batch_no;

create temp table signed as
select
    in_force.contest_no,
    in_force.at_batch_no,
    max(decision.batch_no) filter (decision.kind = 'sign_off') as signed_batch_no,
    max(decision.batch_no) filter (decision.kind = 'reopen') as reopened_batch_no
from in_force
inner join ledger.decision as decision
    on decision.contest_no = in_force.contest_no
    and decision.batch_no = in_force.batch_no
group by in_force.contest_no, in_force.at_batch_no;

create temp table changed as
select
    in_force.contest_no,
    in_force.at_batch_no,
    max(in_force.batch_no) as batch_no
from in_force
inner join ledger.batch as batch on batch.batch_no = in_force.batch_no
left join ledger.batch as undone on undone.batch_no = batch.undoes_batch_no
where
    coalesce(undone.kind, batch.kind) not in ('decision', 'publication')
    and coalesce(undone.sheet_kind, batch.sheet_kind, '') <> 'decisions'
group by in_force.contest_no, in_force.at_batch_no;

create temp table named as
select
    in_force.contest_no,
    in_force.at_batch_no,
    entry.entry_no,
    max(entry.batch_no) as entry_batch_no
from in_force
inner join ledger.entry_fact as entry
    on entry.contest_no = in_force.contest_no
    and entry.batch_no = in_force.batch_no
group by in_force.contest_no, in_force.at_batch_no, entry.entry_no;

update tally.contest as head
set contest_batch_no = described.contest_batch_no
from described
where
    described.contest_no = head.contest_no
    and described.at_batch_no = head.at_batch_no;

update tally.contest as head
set is_signed = coalesce(
    signed.signed_batch_no > coalesce(signed.reopened_batch_no, 0)
    and signed.signed_batch_no > coalesce(changed.batch_no, 0),
    false
)
from described
left join signed
    on signed.contest_no = described.contest_no
    and signed.at_batch_no = described.at_batch_no
left join changed
    on changed.contest_no = described.contest_no
    and changed.at_batch_no = described.at_batch_no
where
    described.contest_no = head.contest_no
    and described.at_batch_no = head.at_batch_no;

update tally.entry_total as total
set entry_batch_no = named.entry_batch_no
from named
where
    named.contest_no = total.contest_no
    and named.at_batch_no = total.at_batch_no
    and named.entry_no = total.entry_no;

drop table in_force;
drop table described;
drop table signed;
drop table changed;
drop table named;
