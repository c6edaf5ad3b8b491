-- invites_end: takes back the invitations of a person that nobody has opened.

update app.invite
set revoked_at = $at::timestamptz
where person = $person and used_at is null and revoked_at is null
