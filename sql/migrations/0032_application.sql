-- What an application has beside its names: the day it came, and whether it tells phones and an
-- e-mail, which themselves are ciphertext. Null in applications of former versions: not kept. Their
-- hashes stay, because a null is left out of them.
-- Only what DuckLake has too.

alter table ledger.application add column received_on date;
alter table ledger.application add column has_phones boolean;
alter table ledger.application add column has_email boolean;
