-- Gives what the venue named first its numbers, and keeps what its batches hang on: rulesets, files,
-- names, keys, salts. Reads merge_* and pack_*.

insert into ledger.contest by name
select
    centre_no as contest_no,
    contest,
    batch_no
from merge_contest
where is_new;

insert into ledger.entry by name
select
    contest_no,
    centre_no as entry_no,
    entry,
    batch_no
from merge_entry
where is_new;

insert into ledger.judge by name
select
    contest_no,
    centre_no as judge_no,
    judge_digest,
    batch_no
from merge_judge
where is_new;

insert into private.judge by name
select
    contest_no,
    centre_no as judge_no,
    salt,
    judge
from merge_judge
where is_new;

insert into ledger.ruleset by name
select
    packed.ruleset_hash,
    packed.ruleset,
    merge_batch.centre_no as batch_no,
    packed.content
from pack_ledger_ruleset as packed
inner join merge_batch
    on merge_batch.venue_no = packed.batch_no
    and merge_batch.is_new
anti join ledger.ruleset as known on known.ruleset_hash = packed.ruleset_hash;

insert into private.file_key by name
select
    packed.file_sha256,
    packed.key
from pack_private_file_key as packed
anti join ledger.original as known on known.file_sha256 = packed.file_sha256;

insert into ledger.original by name
select
    packed.file_sha256,
    packed.is_encrypted,
    packed.bytes
from pack_ledger_original as packed
anti join ledger.original as known on known.file_sha256 = packed.file_sha256;

insert into private.name by name
select
    merge_batch.centre_no::bigint * 10000000 + packed.name_no % 10000000 as name_no,
    packed.salt,
    packed.name,
    packed.folded
from pack_private_name as packed
inner join merge_batch
    on merge_batch.venue_no = packed.name_no // 10000000
    and merge_batch.is_new;

insert into private.key by name
select
    merge_batch.centre_no::bigint * 10000000 + packed.name_no % 10000000 as name_no,
    packed.key
from pack_private_key as packed
inner join merge_batch
    on merge_batch.venue_no = packed.name_no // 10000000
    and merge_batch.is_new;

insert into private.document by name
select
    packed.document,
    packed.salt
from pack_private_document as packed
anti join ledger.document as known on known.document = packed.document;
