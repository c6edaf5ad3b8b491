-- accounts_end: takes back what somebody may sign in as at a provider.

update app.account
set revoked_at = $at::timestamptz
where person = $person and revoked_at is null
