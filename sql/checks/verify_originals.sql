-- verify_originals: every kept file, for Python to unpack and hash.
-- source: DESIGN 8

select
    batch_no,
    file_sha256,
    stored_sha256,
    actual_sha256,
    is_encrypted,
    bytes,
    key,
    is_erased
from audit.original
order by batch_no
