-- invite_open: who an invitation is for that can still be opened.

select person, role, region, contest, entry
from app.invite
where
    secret_sha256 = $secret_sha256
    and expires_at > $at::timestamptz
    and used_at is null
    and revoked_at is null
