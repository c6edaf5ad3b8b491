-- token_open: who a token belongs to that holds.

select person, role, region, contest, entry
from app.token
where secret_sha256 = $secret_sha256 and expires_at > $at::timestamptz and revoked_at is null
