-- audit.personal: names and judges that are not the ones that were written, and entries that are
-- not shown as their names say.
-- grain: one row per batch_no, what, key
-- source: LEDGER "Tables" (the chain covers salted digests; an erased name is no
-- difference, a lost one is)

create or replace view audit.personal as
with
person as (
    select
        batch_no,
        name_no,
        personal_digest
    from ledger.entry_fact
    union all
    select
        batch_no,
        name_no,
        personal_digest
    from ledger.application
    union all
    select
        batch_no,
        name_no,
        personal_digest
    from ledger.expert
),

kept as (
    select
        contest_no,
        entry_no,
        batch_no,
        name,
        naming,
        public_name,
        region,
        organisation,
        members,
        is_guest,
        status
    from private.shown_entry
),

reckoned as (
    select
        contest_no,
        entry_no,
        batch_no,
        name,
        naming,
        public_name,
        region,
        organisation,
        members,
        is_guest,
        status
    from audit.shown_entry
)

select
    person.batch_no,
    'name' as what,
    person.name_no as key
from person
inner join private.name as name on name.name_no = person.name_no
where
    sha256(concat_ws(chr(31), name.salt, name.name)) <> person.personal_digest
    or coalesce(name.folded <> score.folded_name(name.name), true)

union all

select
    person.batch_no,
    'name' as what,
    person.name_no as key
from person
anti join private.name as name on name.name_no = person.name_no
anti join audit.erased as erased
    on erased.batch_no = person.batch_no
    and erased.name_no = person.name_no

union all

select
    registry.batch_no,
    'judge' as what,
    registry.judge_no as key
from ledger.judge as registry
left join private.judge as judge
    on judge.contest_no = registry.contest_no
    and judge.judge_no = registry.judge_no
where
    sha256(concat_ws(chr(31), judge.salt, judge.judge)) is distinct from registry.judge_digest
    or judge.judge is null

union all

select distinct
    batch_no,
    'shown entry' as what,
    entry_no as key
from (
    (from kept except all from reckoned)
    union all
    (from reckoned except all from kept)
) as difference;

comment on view audit.personal is
    'Names, judges and entries that are not shown as they were written.';
comment on column audit.personal.batch_no is 'The batch that wrote the digest.';
comment on column audit.personal.what is 'name, judge or shown entry.';
comment on column audit.personal.key is 'Key of the name; number of the judge or entry.';
