-- Appends applications, with a salted digest instead of what is personal.
-- Reads ready_application; leaves ready_contact for encryption.
-- source: rulebook BP A1 (Annex 1); LEDGER "Tables"

create or replace temp table named_application as
select
    ready.source_row,
    ready.source_column,
    ready.name,
    ready.no,
    ready.organisation,
    ready.profession,
    ready.region,
    ready.industry,
    ready.has_consent,
    ready.received_on,
    ready.contact_phones,
    ready.contact_email,
    ready.contact_birth_date,
    uuid()::varchar as salt,
    getvariable('as_of')::bigint * 10000000
    + row_number() over (order by ready.source_row, ready.name) as name_no
from ready_application as ready;

insert into private.name by name
select
    name_no,
    salt,
    name,
    score.folded_name(name) as folded
from named_application;

insert into ledger.application
select
    0 as contest_no,
    getvariable('as_of')::integer as batch_no,
    getvariable('sheet')::varchar as source_sheet,
    source_row,
    source_column,
    name_no,
    sha256(concat_ws(chr(31), salt, name)) as personal_digest,
    no,
    organisation,
    profession,
    region,
    industry,
    has_consent,
    received_on,
    contact_phones is not null as has_phones,
    contact_email is not null as has_email
from named_application
order by source_row;

create or replace temp table ready_contact as
unpivot (
    select
        name_no,
        contact_birth_date as birth_date,
        contact_email as email,
        contact_phones as phones
    from named_application
) on birth_date, email, phones into name field value value;
