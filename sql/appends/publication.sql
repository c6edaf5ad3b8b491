-- Lets the public read a contest up to a batch.
-- source: DESIGN 1 (publish is reading the views as of a batch number)

insert into ledger.publication
select
    $contest_no as contest_no,
    getvariable('as_of')::integer as batch_no,
    $published_batch_no as published_batch_no;
