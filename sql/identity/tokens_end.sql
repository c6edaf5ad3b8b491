-- tokens_end: takes back the tokens of a person or system.

update app.token
set revoked_at = $at::timestamptz
where person = $person and revoked_at is null
