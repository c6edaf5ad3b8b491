-- accounts_ask_again: whoever signed in at a provider before this moment has to do it again.

update app.account
set asked_again_at = $at::timestamptz
where person = $person and revoked_at is null
