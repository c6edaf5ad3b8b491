-- fact.states: whether a document states a statement: its digest is of its salt and of that.
-- source: CONTRACTS "States" (a document is valid as long as it states what the facts say); a salt
-- that is erased compares with nothing

create or replace macro fact.states(digest, salt, statement) as
    digest = sha256(concat(salt, statement));
