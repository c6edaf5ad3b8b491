-- session_open: who a session belongs to that has not ended.

select person, role, region, contest, entry
from app.session
where secret_sha256 = $secret_sha256 and expires_at > $at::timestamptz and ended_at is null
