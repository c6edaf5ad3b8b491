-- session_end: signs out here.

update app.session
set ended_at = $at::timestamptz
where secret_sha256 = $secret_sha256 and ended_at is null
