-- foreseen_signatures: what a correction may change of mart.signatures.

select
    'signature' as field,
    contest_no,
    contest,
    null::integer as entry_no,
    null::varchar as entry,
    null::varchar as name,
    null::varchar as region,
    null::varchar as what,
    null::varchar as number,
    'signed' as value
from mart.signatures
where
    list_contains($contests, contest_no)
    and is_signed
