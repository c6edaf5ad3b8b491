-- score.is_newest_public: whether the public reads a contest as it stands: nothing changed since
-- what was published; null: nothing was.
-- source: CONTRACTS "States" (a later change of a fact voids later states)

create or replace macro score.is_newest_public(published_batch_no, changed_batch_no) as
    published_batch_no >= changed_batch_no;
