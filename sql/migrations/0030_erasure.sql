-- Erasures whose bytes still lie in the free blocks of the file: the next opening writes the file anew.
-- Only what DuckLake has too.

create table app.erasure (batch_no integer not null);
