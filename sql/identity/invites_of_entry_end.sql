-- invites_of_entry_end: takes back the invitations of an entry that nobody has opened.

update app.invite
set revoked_at = $at::timestamptz
where contest = $contest and entry = $entry and used_at is null and revoked_at is null
