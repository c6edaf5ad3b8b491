-- fact.is_staff_of: whether the reader is staff for a contest: everywhere, or inside the variable
-- scope; everybody else sees of it what the public sees.
-- source: DESIGN 4 (audience); docs/sign-in.md (a role for one place)

create or replace macro fact.is_staff_of(contest_no) as
    getvariable('audience')::varchar = 'staff'
    and (
        getvariable('scope')::integer[] is null
        or list_contains(getvariable('scope')::integer[], contest_no)
    );
