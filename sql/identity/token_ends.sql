-- token_ends: lets a token end at a moment, no later than it would anyway.

update app.token
set expires_at = least(expires_at, $ends_at::timestamptz)
where secret_sha256 = $secret_sha256
