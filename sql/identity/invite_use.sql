-- invite_use: uses an invitation up.

update app.invite set used_at = $at::timestamptz where secret_sha256 = $secret_sha256
