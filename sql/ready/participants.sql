-- Applications, as the appender takes them; phones, e-mail and birth date are encrypted there.
-- source: rulebook BP A1 (Annex 1)

create or replace temp view ready_contest as
select null::varchar as contest
where false;

create or replace temp view ready_application as
select
    source_row,
    source_column,
    full_name as name,
    cast(no as integer) as no,
    organisation,
    profession,
    region,
    industry,
    cast(consent as boolean) as has_consent,
    cast(received_on as date) as received_on,
    phones as contact_phones,
    email as contact_email,
    birth_date as contact_birth_date
from staged;
