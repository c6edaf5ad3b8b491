-- Copies the ciphers of the members who advanced to their new names: a birth date stays readable.
-- Runs after entry_fact.sql; reads ready_entry_fact as advancing.sql makes it.
-- source: LEDGER "Tables" (ciphertext under a key per person)

insert into private.key
select
    named.name_no,
    key.key
from ready_entry_fact as advancing
inner join named_entry_fact as named on named.source_row = advancing.source_row
inner join private.key as key on key.name_no = advancing.from_name_no;

insert into private.contact
select
    named.name_no,
    contact.field,
    contact.cipher
from ready_entry_fact as advancing
inner join named_entry_fact as named on named.source_row = advancing.source_row
inner join private.contact as contact on contact.name_no = advancing.from_name_no;
