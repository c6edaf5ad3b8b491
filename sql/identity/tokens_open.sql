-- tokens_open: the tokens that hold, the newest first.

select person, role, region, contest, entry, secret_sha256
from app.token
where revoked_at is null and expires_at > $at::timestamptz
order by made_at desc, secret_sha256
