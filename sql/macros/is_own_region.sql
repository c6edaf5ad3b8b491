-- fact.is_own_region: whether the reader may see a person of a region who belongs to no contest: staff
-- everywhere, or staff of that region (the variable region, set beside scope).
-- source: docs/sign-in.md (a role for one place)

create or replace macro fact.is_own_region(own) as
    getvariable('audience')::varchar = 'staff'
    and (
        getvariable('scope')::integer[] is null
        or own is not distinct from getvariable('region')::varchar
    );
