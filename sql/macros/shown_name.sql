-- fact.shown_name: a name as the reader may read it: as the public does (null: in full), or whole
-- for staff of the contest and for the participant whose own entry it is.
-- source: docs/personal.md (minors' names in public)

create or replace macro fact.shown_name(contest_no, entry_no, name, public_name) as
    if(
        public_name is null
        or fact.is_staff_of(contest_no)
        or fact.is_own(contest_no, entry_no),
        name,
        public_name
    );
