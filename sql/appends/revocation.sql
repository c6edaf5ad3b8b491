-- Takes one issued document back.
-- source: CONTRACTS "States" (document: issued, superseded, revoked)

insert into ledger.revocation
select
    0 as contest_no,
    getvariable('as_of')::integer as batch_no,
    $document as document;
