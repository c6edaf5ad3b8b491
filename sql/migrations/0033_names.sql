-- Names that the public reads short. Of each member whether it was a minor on the contest's first
-- day, as the sheet's birth date said, which itself is ciphertext. Null: no date is known, and in
-- entries of former versions; their hashes stay, because a null is left out of them. Of each shown
-- entry whose names are short, and how the public reads them. Only what DuckLake has too.

alter table ledger.entry_fact add column is_minor boolean;
alter table private.shown_entry add column naming varchar;       -- short or minors; null: full
alter table private.shown_entry add column public_name varchar;  -- null: as name
