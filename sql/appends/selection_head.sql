-- The heads of the snapshots of selections: one row a touched selection, even without candidates,
-- and the batch at which the standings that hold were reckoned.
-- source: LEDGER "Tables" (whole-contest snapshots, with a head even of an empty one)

insert into tally.selection by name
select
    unnest($contests)::integer as contest_no,
    getvariable('as_of')::integer as at_batch_no,
    unnest($standing_batches)::integer as standing_batch_no;
