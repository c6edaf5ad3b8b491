-- score.id_part: a name as a part of a contest id: letters and figures, parted by low lines.
-- source: CONTRACTS "Ids"

create or replace macro score.id_part(name) as
    trim(regexp_replace(lower(name), '[^\pL\pN]+', '_', 'g'), '_');
